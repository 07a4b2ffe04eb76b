package rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import rapport.kit.outbox.Outbox;

/** Tells what happened to an event: the other services through the outbox, the other features within the transaction. */
@ApplicationScoped
class EventAnnouncer {
    private final Outbox outbox;
    private final jakarta.enterprise.event.Event<EventRezoned> rezoned;
    private final jakarta.enterprise.event.Event<AttendanceRuleChanged> ruleChanged;

    EventAnnouncer(
            Outbox outbox,
            jakarta.enterprise.event.Event<EventRezoned> rezoned,
            jakarta.enterprise.event.Event<AttendanceRuleChanged> ruleChanged) {
        this.outbox = outbox;
        this.rezoned = rezoned;
        this.ruleChanged = ruleChanged;
    }

    void changed(Event event) {
        outbox.append(EventMessage.changed(event));
    }

    void rezoned(EventRezoned fact) {
        rezoned.fire(fact);
    }

    void ruleChanged(AttendanceRuleChanged fact) {
        ruleChanged.fire(fact);
    }
}
