package rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import rapport.events.sql.Sql;

/** The statements on check-ins that wait for their badge to become known. */
@ApplicationScoped
class PendingTable {
    /** Decides like the ingest, for a badge that may have been issued and revoked in the meantime. */
    private static final String COUNTS = """
            b.token_hash = c.token_hash and b.event_id = c.event_id and r.id = b.registration_id and r.status = 'CONFIRMED'
            and (b.revoked_at is null or c.effective_at + interval '5 minutes' < b.revoked_at)
            """;

    private static final String LOCK = """
            select   r.id
            from     registration r
            where    r.id in (select r.id
                              from   check_in c, badge b, registration r
                              where  c.registration_id is null and %s
                              limit  ?)
            order by r.id
            for no key update of r
            """.formatted(COUNTS);

    private static final String SETTLE = """
            update check_in c
            set    registration_id = r.id
            from   badge b, registration r
            where  c.registration_id is null and r.id = any(?) and %s
            returning c.event_id, c.session_id, c.registration_id
            """.formatted(COUNTS);

    /** Locks registrations that check-ins wait for, and returns them. */
    Set<UUID> lock(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, limit);
            var registrations = new HashSet<UUID>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    registrations.add(Sql.id(row, "id"));
                }
            }
            return registrations;
        }
    }

    /** Counts what gates have read of these registrations, which are locked. */
    Set<Visit> settle(Connection connection, Set<UUID> registrations) throws SQLException {
        if (registrations.isEmpty()) {
            return Set.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            statement.setArray(1, connection.createArrayOf("uuid", registrations.toArray()));
            var visits = new HashSet<Visit>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    visits.add(new Visit(
                            Sql.id(row, "registration_id"),
                            new Door(Sql.id(row, "event_id"), Sql.id(row, "session_id"))));
                }
            }
            return visits;
        }
    }
}
