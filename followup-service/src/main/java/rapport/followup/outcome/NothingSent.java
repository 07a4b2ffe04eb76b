package rapport.followup.outcome;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Nothing can have come of what was not sent. */
final class NothingSent extends DomainException {

    NothingSent() {
        super(ProblemKind.CONFLICT, "nothing-sent", "Nothing of this follow-up was sent or done yet.");
    }
}
