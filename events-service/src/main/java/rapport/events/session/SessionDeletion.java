package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import rapport.events.event.EventDeleted;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** Takes the sessions of a deleted event away and says so. */
@ApplicationScoped
class SessionDeletion {
    private static final String DELETE = "delete from session where event_id = ? returning id, version + 1 as version";

    private final EntityManager entities;
    private final Sql sql;
    private final Outbox outbox;

    SessionDeletion(EntityManager entities, Sql sql, Outbox outbox) {
        this.entities = entities;
        this.sql = sql;
        this.outbox = outbox;
    }

    void onEventDeleted(@Observes EventDeleted event) {
        entities.flush();
        List<SessionMessage> gone = sql.query(
                DELETE,
                row -> new SessionMessage.SessionDeleted(Sql.id(row, "id"), row.getLong("version")),
                event.eventId());
        outbox.append(gone.stream().map(SessionMessage::fact).toList());
    }
}
