package rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/** Reads attendance with the names that people know. */
@ApplicationScoped
class AttendanceRows {
    private static final String COLUMNS = """
            select a.id, a.version, a.event_id, a.session_id, s.title, a.registration_id, a.person_id, r.display_name,
                   a.seconds, a.percent, a.required, a.attended, a.assumed, a.first_in, a.last_out, a.sources, a.status,
                   a.updated_at
            from   attendance a
            join   session s on s.id = a.session_id
            join   registration r on r.id = a.registration_id
            """;

    private static final String OF_EVENT = COLUMNS + """
            where  a.event_id = ? and a.id > ? and a.status = 'ACTIVE'
                   and (?::uuid is null or a.session_id = ?::uuid)
                   and (?::uuid is null or a.registration_id = ?::uuid)
                   and (?::boolean is null or a.attended = ?::boolean)
                   and (?::boolean is null or a.assumed = ?::boolean)
            order  by a.id
            limit  ?
            """;

    private static final String OF_PERSON = COLUMNS + """
            where  a.person_id = ? and a.id > ? and a.status = 'ACTIVE' and (?::uuid is null or a.event_id = ?::uuid)
            order  by a.id
            limit  ?
            """;

    private static final String BY_IDS = COLUMNS + " where a.id = any(?::uuid[])";

    private final Sql sql;

    AttendanceRows(Sql sql) {
        this.sql = sql;
    }

    List<AttendanceView> ofEvent(UUID eventId, AttendanceFilter filter, UUID after, int limit) {
        return sql.query(
                OF_EVENT,
                AttendanceRows::view,
                eventId,
                after,
                filter.sessionId(),
                filter.sessionId(),
                filter.registrationId(),
                filter.registrationId(),
                filter.attended(),
                filter.attended(),
                filter.assumed(),
                filter.assumed(),
                limit);
    }

    /** @param eventId null for all events */
    List<AttendanceView> ofPerson(UUID personId, UUID eventId, UUID after, int limit) {
        return sql.query(OF_PERSON, AttendanceRows::view, personId, after, eventId, eventId, limit);
    }

    /** Also those that were removed, in no order. */
    List<AttendanceView> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : sql.query(BY_IDS, AttendanceRows::view, ids);
    }

    private static AttendanceView view(ResultSet row) throws SQLException {
        int minutes = row.getInt("seconds") / 60;
        int percent = row.getInt("percent");
        boolean assumed = row.getBoolean("assumed");
        return new AttendanceView(
                Sql.id(row, "id"),
                row.getLong("version"),
                Sql.id(row, "event_id"),
                Sql.id(row, "session_id"),
                row.getString("title"),
                Sql.id(row, "registration_id"),
                Sql.id(row, "person_id"),
                row.getString("display_name"),
                minutes,
                percent,
                row.getBoolean("attended"),
                assumed,
                time(row, "first_in"),
                time(row, "last_out"),
                Sql.texts(row, "sources").stream().map(PresenceSource::valueOf).toList(),
                row.getString("status"),
                AttendanceView.explanation(minutes, percent, row.getInt("required"), assumed),
                time(row, "updated_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
