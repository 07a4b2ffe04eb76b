package rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import rapport.kit.outbox.Outbox;

/** Tells what happened to an event: the other services through the outbox, the other features within the transaction. */
@ApplicationScoped
class EventAnnouncer {
    private final Outbox outbox;
    private final jakarta.enterprise.event.Event<EventRezoned> rezoned;
    private final jakarta.enterprise.event.Event<AttendanceRuleChanged> ruleChanged;
    private final jakarta.enterprise.event.Event<EventDeleted> deleted;
    private final jakarta.enterprise.event.Event<EventCapacityChanged> capacityChanged;

    EventAnnouncer(
            Outbox outbox,
            jakarta.enterprise.event.Event<EventRezoned> rezoned,
            jakarta.enterprise.event.Event<AttendanceRuleChanged> ruleChanged,
            jakarta.enterprise.event.Event<EventDeleted> deleted,
            jakarta.enterprise.event.Event<EventCapacityChanged> capacityChanged) {
        this.outbox = outbox;
        this.rezoned = rezoned;
        this.ruleChanged = ruleChanged;
        this.deleted = deleted;
        this.capacityChanged = capacityChanged;
    }

    void changed(Event event) {
        outbox.append(EventMessage.changed(event));
    }

    /** Everything in the event goes first. */
    void deleted(Event event) {
        deleted.fire(new EventDeleted(event.id()));
        outbox.append(EventMessage.deleted(event));
    }

    void rezoned(EventRezoned fact) {
        rezoned.fire(fact);
    }

    void ruleChanged(AttendanceRuleChanged fact) {
        ruleChanged.fire(fact);
    }

    void capacityChanged(EventCapacityChanged fact) {
        capacityChanged.fire(fact);
    }
}
