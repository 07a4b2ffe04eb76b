package rapport.followup.followup;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Well-formed, but not possible in these circumstances. */
final class NotPossible extends DomainException {

    NotPossible(String pointer, String code, String message) {
        super(ProblemKind.UNPROCESSABLE, code, message, List.of(new Fault(pointer, code, message)));
    }
}
