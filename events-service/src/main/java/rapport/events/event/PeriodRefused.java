package rapport.events.event;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;

/** A period that is no period, or not one of its event: 422. */
public final class PeriodRefused extends Refused {
    private PeriodRefused(String code, String message) {
        super(code, new Fault("/endsAt", code, message));
    }

    static PeriodRefused endsBeforeStart() {
        return new PeriodRefused("ends-before-start", "The end has to be after the start.");
    }
}
