package rapport.followup.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Outcomes, always for the follow-up's owner. */
@ApplicationScoped
class OutcomeTable {

    private static final String FIND = """
            select o.follow_up_id, o.version, o.kind, o.note, o.recorded_at
            from   outcome o
            join   follow_up f on f.id = o.follow_up_id
            where  o.follow_up_id = ? and f.owner = ?
            """;

    // Only what was sent, or done by hand, can have come to something.
    private static final String PUT = """
            insert into outcome as known (follow_up_id, version, kind, note, recorded_at)
            select f.id, 1, ?, ?, ?
            from   follow_up f
            join   progress p on p.follow_up_id = f.id
            where  f.id = ? and f.owner = ? and p.sent_at is not null
            on conflict (follow_up_id) do update
            set    version = known.version + 1, kind = excluded.kind, note = excluded.note,
                   recorded_at = excluded.recorded_at
            """;

    private static final String MINE = "select 1 from follow_up where id = ? and owner = ?";

    private final DataSource dataSource;

    OutcomeTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<OutcomeView> find(String owner, UUID followUp) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, followUp);
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new OutcomeView(
                                row.getObject("follow_up_id", UUID.class),
                                row.getLong("version"),
                                OutcomeKind.valueOf(row.getString("kind")),
                                row.getString("note"),
                                row.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an outcome could not be read", e);
        }
    }

    /** @return false when nothing of it was sent yet, or when it is not the owner's */
    @Transactional
    boolean put(String owner, UUID followUp, NewOutcome outcome, Instant now) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PUT)) {
            statement.setString(1, outcome.kind().name());
            statement.setString(2, outcome.note());
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setObject(4, followUp);
            statement.setString(5, owner);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("an outcome could not be stored", e);
        }
    }

    boolean isMine(String owner, UUID followUp) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(MINE)) {
            statement.setObject(1, followUp);
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a follow-up could not be read", e);
        }
    }
}
