package rapport.followup.followup;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** What was asked is not possible any more: the answer tells which state won. */
final class IllegalTransition extends DomainException {

    IllegalTransition(FollowUpState current, FollowUpState wanted) {
        super(
                ProblemKind.CONFLICT,
                "illegal-transition",
                "The follow-up is " + current + " and cannot become " + wanted + ".",
                List.of(new Fault("/state", current.name(), "This is its state now.")));
    }
}
