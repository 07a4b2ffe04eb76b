package rapport.events.event;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

final class EventInUse extends Refused {
    EventInUse() {
        super(
                ProblemKind.CONFLICT,
                "event-in-use",
                "Somebody is registered, or lists were exported: the event can be cancelled but not deleted.");
    }
}
