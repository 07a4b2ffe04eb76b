package rapport.contacts.mentoring;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Why something about mentoring is not possible. */
abstract sealed class MentoringRefused extends DomainException {
    private MentoringRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class Full extends MentoringRefused {
        Full() {
            super(ProblemKind.CONFLICT, "mentor-full", "All places are taken.");
        }
    }

    static final class TooManyOpen extends MentoringRefused {
        TooManyOpen(int most) {
            super(
                    ProblemKind.CONFLICT,
                    "too-many-requests-open",
                    "At most " + most + " requests can be open. Wait for an answer, or take one back.");
        }
    }

    static final class AlreadyAsked extends MentoringRefused {
        AlreadyAsked() {
            super(ProblemKind.CONFLICT, "already-asked", "You have asked this mentor already.");
        }
    }

    static final class Yourself extends MentoringRefused {
        Yourself() {
            super(ProblemKind.UNPROCESSABLE, "own-profile", "This is you.");
        }
    }

    static final class NotPossible extends MentoringRefused {
        NotPossible(RequestState from) {
            super(ProblemKind.CONFLICT, "mentoring-state", "The request is " + from + ": this step is not possible.");
        }
    }
}
