package rapport.followup.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what stands in an owner's calendar. */
@ApplicationScoped
class EntryReader {

    private static final Duration BEHIND = Duration.ofDays(60);
    private static final int MOST = 1000;

    private static final String ENTRIES = """
            select f.id, p.version, f.purpose, f.channel, p.state, e.name as event,
                   case when p.state in ('SENT', 'REPLIED') then coalesce(p.sent_at, p.due_at) else p.due_at end as at,
                   p.updated_at
            from   progress p
            join   follow_up f on f.id = p.follow_up_id
            left   join event e on e.event_id = f.event_id and not e.deleted
            where  p.owner = ?
            """;

    private static final String ONE = ENTRIES + " and f.id = ? and p.due_at is not null";

    private static final String ALL = ENTRIES + """
             and    p.due_at > ?
            order by p.due_at desc, f.id
            limit    ?
            """;

    private final DataSource dataSource;

    EntryReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Empty when it is not the owner's, or when nobody knows yet when it is due. */
    Optional<Entry> one(String owner, UUID id) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ONE)) {
            statement.setString(1, owner);
            statement.setObject(2, id);
            return read(statement).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("a calendar entry could not be read", e);
        }
    }

    /** What lies ahead and what was within two months. */
    List<Entry> all(String owner, Instant now) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ALL)) {
            statement.setString(1, owner);
            statement.setObject(2, now.minus(BEHIND).atOffset(ZoneOffset.UTC));
            statement.setInt(3, MOST);
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("a calendar could not be read", e);
        }
    }

    private static List<Entry> read(PreparedStatement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new Entry(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getString("event"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()));
            }
        }
        return entries;
    }
}
