package rapport.events.webinar;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a decision about a participant cannot be taken. */
abstract sealed class DecisionRefused extends Refused {
    private DecisionRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private DecisionRefused(String code, Fault fault) {
        super(code, fault);
    }

    static final class Unclear extends DecisionRefused {
        Unclear() {
            super(
                    "unclear-decision",
                    new Fault("/registrationId", "required", "Name a registration, or say that it is to be ignored."));
        }
    }

    static final class UnknownRegistration extends DecisionRefused {
        UnknownRegistration() {
            super(
                    "unknown-registration",
                    new Fault("/registrationId", "unknown-registration", "The event has no such registration."));
        }
    }

    static final class AlreadyCertain extends DecisionRefused {
        AlreadyCertain() {
            super(
                    ProblemKind.CONFLICT,
                    "matched-by-identifier",
                    "An identifier in the report says whose registration it is.");
        }
    }
}
