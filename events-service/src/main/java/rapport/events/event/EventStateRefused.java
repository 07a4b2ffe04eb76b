package rapport.events.event;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** The operation does not fit the state of the event. */
public final class EventStateRefused extends Refused {
    public EventStateRefused(EventStatus status) {
        super(
                ProblemKind.CONFLICT,
                "event-state",
                "The event is " + status + ": this is not possible any more or not yet.");
    }
}
