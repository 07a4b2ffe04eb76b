package rapport.contacts.cadence;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a cadence cannot be as it was asked for. */
abstract sealed class CadenceRefused extends DomainException {
    private CadenceRefused(ProblemKind kind, String code, Fault fault) {
        super(kind, code, fault.message(), List.of(fault));
    }

    static final class TagTaken extends CadenceRefused {
        TagTaken() {
            super(
                    ProblemKind.CONFLICT,
                    "tag-has-cadence",
                    new Fault("/tag", "tag-has-cadence", "This tag has a cadence already; change that one."));
        }
    }

    static final class NotLater extends CadenceRefused {
        NotLater() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "not-later",
                    new Fault("/until", "not-later", "The day has to come after today."));
        }
    }
}
