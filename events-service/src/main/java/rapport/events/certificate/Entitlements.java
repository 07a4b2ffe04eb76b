package rapport.events.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.problem.NotFound;

/** Reads what registrations' attendance is worth. */
@ApplicationScoped
class Entitlements {
    /** Locked, so that two requests do not issue two certificates. */
    private static final String REGISTRATION = """
            select r.event_id, r.id, r.person_id, r.display_name, e.name, e.zone, e.attendance_percent
            from   registration r
            join   event e on e.id = r.event_id
            where  r.event_id = ? and r.id = ? and (?::uuid is null or r.person_id = ?::uuid) and r.status <> 'CANCELLED'
            for    no key update of r
            """;

    private static final String SESSIONS = """
            select s.id, s.title, s.starts_at, s.ends_at, a.seconds / 60 as minutes, a.percent, a.assumed
            from   attendance a
            join   session s on s.id = a.session_id
            where  a.registration_id = ? and a.status = 'ACTIVE' and a.attended and s.end_instant <= ?
            order  by s.start_instant, s.id
            """;

    private record Registered(
            UUID eventId, UUID id, UUID personId, String name, String event, String zone, int required) {}

    private final Sql sql;

    Entitlements(Sql sql) {
        this.sql = sql;
    }

    /** @param personId who it has to be; null for anybody */
    Entitlement lock(UUID eventId, UUID registrationId, UUID personId, Instant now) {
        Optional<Registered> registered =
                sql.query(REGISTRATION, Entitlements::registered, eventId, registrationId, personId, personId).stream()
                        .findFirst();
        Registered one = registered.orElseThrow(() -> new NotFound("registration"));
        List<AttendedSession> sessions = sql.query(SESSIONS, Entitlements::session, registrationId, now);
        return new Entitlement(
                one.eventId(), one.id(), one.personId(), one.name(), one.event(), one.zone(), one.required(), sessions);
    }

    static AttendedSession session(ResultSet row) throws SQLException {
        return new AttendedSession(
                Sql.id(row, "id"),
                row.getString("title"),
                row.getObject("starts_at", LocalDateTime.class),
                row.getObject("ends_at", LocalDateTime.class),
                row.getInt("minutes"),
                row.getInt("percent"),
                row.getBoolean("assumed"));
    }

    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                Sql.id(row, "event_id"),
                Sql.id(row, "id"),
                Sql.id(row, "person_id"),
                row.getString("display_name"),
                row.getString("name"),
                row.getString("zone"),
                row.getInt("attendance_percent"));
    }
}
