package rapport.followup.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import rapport.followup.outcome.QualityView.ByOutcome;
import rapport.followup.outcome.QualityView.ByPurpose;
import rapport.followup.outcome.QualityView.Promises;

/** Reads one owner's own figures. */
@ApplicationScoped
class QualityReader {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    private static final String PURPOSES = """
            select   f.purpose, count(*) as settled, count(*) filter (where p.state = 'REPLIED') as replied
            from     progress p
            join     follow_up f on f.id = p.follow_up_id
            where    p.owner = ? and f.channel <> 'MANUAL' and p.sent_at > ?
            and      (p.state = 'REPLIED' or p.sent_at <= ?)
            group by f.purpose
            order by f.purpose
            """;

    private static final String PROMISES = """
            select coalesce(sum(r.kept_by_me), 0) as kept, coalesce(sum(r.broken_by_me), 0) as broken,
                   coalesce(sum(mine.open), 0) as open, coalesce(sum(mine.overdue), 0) as overdue
            from   reciprocity r,
                   lateral (
                   select count(*) as open, count(*) filter (where promise."dueOn" < ?) as overdue
                   from   jsonb_to_recordset(r.open_promises) as promise (by text, "dueOn" date)
                   where  promise.by = 'ME') mine
            where  r.owner = ?
            """;

    private static final String OUTCOMES = """
            select   o.kind, count(*) as count
            from     outcome o
            join     follow_up f on f.id = o.follow_up_id
            where    f.owner = ? and o.recorded_at > ?
            group by o.kind
            order by o.kind
            """;

    private final DataSource dataSource;

    QualityReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    QualityView of(String owner, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            return new QualityView(
                    purposes(connection, owner, now),
                    promises(connection, owner, now),
                    outcomes(connection, owner, now));
        } catch (SQLException e) {
            throw new IllegalStateException("figures could not be read", e);
        }
    }

    private static List<ByPurpose> purposes(Connection connection, String owner, Instant now) throws SQLException {
        List<ByPurpose> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(PURPOSES)) {
            statement.setString(1, owner);
            statement.setObject(2, now.minus(YEAR).atOffset(ZoneOffset.UTC));
            statement.setObject(3, now.minus(TIME_TO_ANSWER).atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int settled = row.getInt("settled");
                    int replied = row.getInt("replied");
                    found.add(
                            new ByPurpose(row.getString("purpose"), settled, replied, Quality.rate(replied, settled)));
                }
            }
        }
        return found;
    }

    private static Promises promises(Connection connection, String owner, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(PROMISES)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC).toLocalDate());
            statement.setString(2, owner);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                int kept = row.getInt("kept");
                int broken = row.getInt("broken");
                int overdue = row.getInt("overdue");
                return new Promises(
                        kept, broken, row.getInt("open"), overdue, Quality.rate(kept, kept + broken + overdue));
            }
        }
    }

    private static List<ByOutcome> outcomes(Connection connection, String owner, Instant now) throws SQLException {
        List<ByOutcome> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(OUTCOMES)) {
            statement.setString(1, owner);
            statement.setObject(2, now.minus(YEAR).atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new ByOutcome(OutcomeKind.valueOf(row.getString("kind")), row.getInt("count")));
                }
            }
        }
        return found;
    }
}
