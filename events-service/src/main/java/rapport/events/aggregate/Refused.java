package rapport.events.aggregate;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** The request is well formed but breaks a rule (422) or does not fit the current state (409). Features name theirs by extending it. */
public abstract class Refused extends DomainException {
    protected Refused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    protected Refused(String code, Fault fault) {
        super(ProblemKind.UNPROCESSABLE, code, fault.message(), List.of(fault));
    }
}
