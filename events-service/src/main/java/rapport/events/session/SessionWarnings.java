package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/**
 * What may be wrong with a programme: two sessions in one room at the same time, a speaker in two of them, a session outside of
 * its event because it was imported so or the event has moved. Organizers decide whether it is wrong.
 */
@ApplicationScoped
class SessionWarnings {
    private static final String OF_SESSIONS = """
            select w.code, w.session_id, w.other_id, s.title as session_title, o.title as other_title, w.speaker_id
            from   (
                    select 'room-overlap' as code, a.id as session_id, b.id as other_id, null::uuid as speaker_id
                    from   session a
                    join   session b on b.event_id = a.event_id and b.room = a.room and b.id <> a.id
                    where  a.event_id = ? and a.status = 'ACTIVE' and b.status = 'ACTIVE'
                           and a.start_instant < b.end_instant and b.start_instant < a.end_instant
                    union  all
                    select 'speaker-overlap', a.id, b.id, p.speaker_id
                    from   session a
                    join   session_speaker p on p.session_id = a.id
                    join   session_speaker q on q.speaker_id = p.speaker_id and q.session_id <> p.session_id
                    join   session b on b.id = q.session_id
                    where  a.event_id = ? and a.status = 'ACTIVE' and b.status = 'ACTIVE'
                           and a.start_instant < b.end_instant and b.start_instant < a.end_instant
                    union  all
                    select 'outside-the-event', a.id, null, null
                    from   session a
                    join   event e on e.id = a.event_id
                    where  a.event_id = ? and a.status = 'ACTIVE' and (a.starts_at < e.starts_at or a.ends_at > e.ends_at)
                   ) as w
            join   session s on s.id = w.session_id
            left   join session o on o.id = w.other_id
            """;

    private static final String OF_ONE = OF_SESSIONS + """
            where  w.session_id = ?
            order  by w.code, o.start_instant, w.other_id, w.speaker_id
            limit  20
            """;

    /** Every pair once, from the session that begins first. */
    private static final String OF_EVENT = OF_SESSIONS + """
            where  w.other_id is null or (s.start_instant, s.id) < (o.start_instant, o.id)
            order  by s.start_instant, w.session_id, w.code, w.other_id, w.speaker_id
            limit  ? offset ?
            """;

    private final Sql sql;

    SessionWarnings(Sql sql) {
        this.sql = sql;
    }

    /** The first twenty about one session. */
    List<SessionWarning> of(Session session) {
        UUID event = session.eventId();
        return sql.query(OF_ONE, SessionWarnings::warning, event, event, event, session.id());
    }

    /** Those of the whole programme in the order of the day. */
    List<SessionWarning> ofEvent(UUID event, int offset, int limit) {
        return sql.query(OF_EVENT, SessionWarnings::warning, event, event, event, limit, offset);
    }

    private static SessionWarning warning(ResultSet row) throws SQLException {
        return new SessionWarning(
                row.getString("code"),
                Sql.id(row, "session_id"),
                row.getString("session_title"),
                Sql.id(row, "other_id"),
                row.getString("other_title"),
                Sql.id(row, "speaker_id"));
    }
}
