package rapport.events.attendance;

import static rapport.events.attendance.PresenceTable.column;
import static rapport.events.attendance.PresenceTable.instant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What attendance is measured by: the session's time, the event's rule, and whose registration it is. */
@ApplicationScoped
class VisitTable {
    private static final String SHARE = """
            select pg_advisory_xact_lock_shared(hashtextextended('attendance ' || event_id, 0))
            from   (select distinct event_id from session where id = any(?::uuid[]) order by event_id) as measured
            """;

    private static final String EXCLUDE = "select pg_advisory_xact_lock(hashtextextended('attendance ' || ?, 0))";

    private static final String MEASURED_BY = """
            select s.event_id, s.id, r.id, r.person_id, s.status = 'ACTIVE', s.start_instant, s.end_instant,
                   e.attendance_percent
            from   unnest(?::uuid[], ?::uuid[]) as visit (session_id, registration_id)
            join   session s on s.id = visit.session_id
            join   registration r on r.id = visit.registration_id and r.event_id = s.event_id
            join   event e on e.id = s.event_id
            """;

    private static final String KNOWN = """
            select session_id, registration_id
            from   attendance
            where  event_id = ? and (?::uuid[] is null or session_id = any(?::uuid[]))
            """;

    /** @param session empty when the session was removed */
    record Measured(Attendance.Whose whose, Optional<Span> session, int required) {}

    /**
     * Until the transaction ends, nobody changes what the attendance of these sessions is measured by. Many may hold this at a
     * time; row locks would make them write to the session's row.
     */
    void keepMeasures(Connection connection, Collection<UUID> sessionIds) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(SHARE)) {
            lock.setArray(1, column(connection, "uuid", sessionIds, id -> id));
            lock.executeQuery().close();
        }
    }

    /** Waits for everybody who measures by what is now old, and lets nobody begin before the transaction ends. */
    void changeMeasures(Connection connection, UUID eventId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(EXCLUDE)) {
            lock.setObject(1, eventId.toString());
            lock.executeQuery().close();
        }
    }

    /** A visit of a registration at another event's session is left out. */
    List<Measured> measuredBy(Connection connection, Collection<Visit> visits) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MEASURED_BY)) {
            PresenceTable.bindVisits(connection, select, visits);
            var found = new ArrayList<Measured>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var whose = new Attendance.Whose(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class));
                    Optional<Span> session = row.getBoolean(5)
                            ? Optional.of(new Span(instant(row, 6), instant(row, 7)))
                            : Optional.empty();
                    found.add(new Measured(whose, session, row.getInt(8)));
                }
            }
            return found;
        }
    }

    /** @param sessionIds null for all sessions of the event */
    List<Visit> known(Connection connection, UUID eventId, Collection<UUID> sessionIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            var ids = sessionIds == null ? null : column(connection, "uuid", sessionIds, id -> id);
            select.setObject(1, eventId);
            select.setArray(2, ids);
            select.setArray(3, ids);
            var found = new ArrayList<Visit>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Visit(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            return found;
        }
    }
}
