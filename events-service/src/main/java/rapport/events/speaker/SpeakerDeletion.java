package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import rapport.events.event.EventDeleted;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** Takes the speakers of a deleted event away and says so. The people stay: they are not the event's. */
@ApplicationScoped
class SpeakerDeletion {
    private static final String DELETE = "delete from speaker where event_id = ? returning id, version + 1 as version";

    private final EntityManager entities;
    private final Sql sql;
    private final Outbox outbox;

    SpeakerDeletion(EntityManager entities, Sql sql, Outbox outbox) {
        this.entities = entities;
        this.sql = sql;
        this.outbox = outbox;
    }

    void onEventDeleted(@Observes EventDeleted event) {
        entities.flush();
        List<SpeakerMessage> gone = sql.query(
                DELETE,
                row -> new SpeakerMessage.SpeakerDeleted(Sql.id(row, "id"), row.getLong("version"), null),
                event.eventId());
        outbox.append(gone.stream().map(SpeakerMessage::fact).toList());
    }
}
