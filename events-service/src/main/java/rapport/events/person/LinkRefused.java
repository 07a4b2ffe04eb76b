package rapport.events.person;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** Why an account cannot be connected with a person. */
public abstract class LinkRefused extends Refused {
    private LinkRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class AnotherAccount extends LinkRefused {
        AnotherAccount() {
            super(ProblemKind.CONFLICT, "linked-elsewhere", "Your address is already connected with another account.");
        }
    }

    static final class AnotherPerson extends LinkRefused {
        AnotherPerson() {
            super(ProblemKind.CONFLICT, "another-person", "Your account is already connected with another person.");
        }
    }

    /** Somebody else got the address at this very moment. */
    static final class AddressTaken extends LinkRefused {
        AddressTaken() {
            super(
                    ProblemKind.CONFLICT,
                    "address-taken",
                    "The address was given to somebody else at this moment. Repeat it.");
        }
    }

    /** The token vouches for no address. */
    public static final class NoVerifiedEmail extends LinkRefused {
        public NoVerifiedEmail() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "no-verified-email",
                    "Your sign-in carries no verified e-mail address, so you cannot be recognised.");
        }
    }
}
