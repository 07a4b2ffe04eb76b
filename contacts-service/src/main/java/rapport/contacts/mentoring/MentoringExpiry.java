package rapport.contacts.mentoring;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import rapport.kit.upkeep.Chore;

/**
 * Ends requests that nobody answered, and reminds of those that wait for half their time. Profiles that somebody holds at this moment are
 * passed over and come next time.
 */
@ApplicationScoped
class MentoringExpiry implements Chore {
    private static final String EXPIRE = """
            with due as materialized (
                select p.id
                from   mentor_profile p
                where  p.id in (select r.profile_id
                                from   mentoring_request r
                                where  r.state in ('OPEN', 'WAITLISTED') and r.expires_at <= ?
                                order  by r.expires_at
                                limit  200)
                order  by p.id
                for update skip locked
            )
            update mentoring_request r
            set    state = 'EXPIRED', ended_at = r.expires_at, version = r.version + 1
            from   due
            where  r.profile_id = due.id and r.state in ('OPEN', 'WAITLISTED') and r.expires_at <= ?
            """;

    private static final String REMIND = """
            with due as materialized (
                select p.id
                from   mentor_profile p
                where  p.id in (select r.profile_id
                                from   mentoring_request r
                                where  r.state = 'OPEN' and r.reminded_at is null and r.remind_at <= ?
                                order  by r.remind_at
                                limit  200)
                order  by p.id
                for update skip locked
            )
            update mentoring_request r
            set    reminded_at = ?, version = r.version + 1
            from   due
            where  r.profile_id = due.id and r.state = 'OPEN' and r.reminded_at is null and r.remind_at <= ?
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    MentoringExpiry(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int runOnce() throws SQLException {
        return update(EXPIRE, 2) + update(REMIND, 3);
    }

    private int update(String sql, int times) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= times; i++) {
                statement.setObject(i, clock.instant().atOffset(ZoneOffset.UTC));
            }
            return statement.executeUpdate();
        }
    }
}
