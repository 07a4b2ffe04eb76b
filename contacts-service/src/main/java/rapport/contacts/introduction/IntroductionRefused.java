package rapport.contacts.introduction;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Why an introduction is not possible. */
abstract sealed class IntroductionRefused extends DomainException {
    private IntroductionRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /** One answer for a pending contact, a person without account and the same person twice: none of it is told apart. */
    static final class NotIntroducible extends IntroductionRefused {
        NotIntroducible() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "not-introducible",
                    "These two contacts cannot be introduced to each other here.");
        }
    }

    static final class AlreadyOffered extends IntroductionRefused {
        AlreadyOffered() {
            super(ProblemKind.CONFLICT, "already-offered", "You have offered this introduction, and it is still open.");
        }
    }

    static final class TooMany extends IntroductionRefused {
        TooMany(int most) {
            super(
                    ProblemKind.CONFLICT,
                    "too-many-introductions",
                    "More than " + most + " introductions cannot be open.");
        }
    }

    static final class Answered extends IntroductionRefused {
        Answered() {
            super(ProblemKind.CONFLICT, "already-answered", "You have answered this introduction otherwise.");
        }
    }

    static final class Over extends IntroductionRefused {
        Over(IntroductionState state) {
            super(ProblemKind.CONFLICT, "introduction-over", "The introduction is " + state + ".");
        }
    }
}
