package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/**
 * Publishes the state of sessions as the running transaction leaves it: one or thousands by the same two statements. The other
 * features learn within the transaction which ones.
 */
@ApplicationScoped
public class SessionPublisher {
    private static final String STATE = """
            select s.id, s.version, s.event_id, s.title, s.track, s.room, s.starts_at, s.ends_at, e.zone,
                   s.start_instant, s.end_instant, s.status
            from   session s
            join   event e on e.id = s.event_id
            where  s.id = any(?)
            order  by s.id
            """;

    private static final String PARTS = """
            select p.session_id, p.speaker_id, k.person_id, p.role, p.position
            from   session_speaker p
            join   speaker k on k.id = p.speaker_id
            where  p.session_id = any(?)
            order  by p.session_id, p.position
            """;

    private record SessionPart(UUID sessionId, SessionMessage.Part part) {}

    private final EntityManager entities;
    private final Sql sql;
    private final Outbox outbox;
    private final Event<SessionsChanged> changed;

    SessionPublisher(EntityManager entities, Sql sql, Outbox outbox, Event<SessionsChanged> changed) {
        this.entities = entities;
        this.sql = sql;
        this.outbox = outbox;
        this.changed = changed;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        entities.flush();
        Map<UUID, List<SessionPart>> parts = sql.query(PARTS, SessionPublisher::part, ids).stream()
                .collect(Collectors.groupingBy(SessionPart::sessionId));
        List<SessionMessage.SessionChanged> states = sql.query(STATE, row -> state(row, parts), ids);
        outbox.append(states.stream().map(SessionMessage::fact).toList());
        states.stream()
                .collect(Collectors.groupingBy(
                        SessionMessage.SessionChanged::eventId,
                        Collectors.mapping(SessionMessage.SessionChanged::sessionId, Collectors.toList())))
                .forEach((eventId, sessionIds) -> changed.fire(new SessionsChanged(eventId, sessionIds)));
    }

    private static SessionPart part(ResultSet row) throws SQLException {
        return new SessionPart(
                Sql.id(row, "session_id"),
                new SessionMessage.Part(
                        Sql.id(row, "speaker_id"),
                        Sql.id(row, "person_id"),
                        row.getString("role"),
                        row.getInt("position")));
    }

    private static SessionMessage.SessionChanged state(ResultSet row, Map<UUID, List<SessionPart>> parts)
            throws SQLException {
        UUID id = Sql.id(row, "id");
        var speakers = new ArrayList<SessionMessage.Part>();
        parts.getOrDefault(id, List.of()).forEach(part -> speakers.add(part.part()));
        return new SessionMessage.SessionChanged(
                id,
                row.getLong("version"),
                Sql.id(row, "event_id"),
                row.getString("title"),
                row.getString("track"),
                row.getString("room"),
                row.getObject("starts_at", LocalDateTime.class),
                row.getObject("ends_at", LocalDateTime.class),
                row.getString("zone"),
                row.getObject("start_instant", OffsetDateTime.class).toInstant(),
                row.getObject("end_instant", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                speakers);
    }
}
