package rapport.contacts.sharecard;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a share card cannot be as it was asked for. */
abstract sealed class CardRefused extends DomainException {
    private CardRefused(ProblemKind kind, Fault fault) {
        super(kind, fault.code(), fault.message(), List.of(fault));
    }

    private CardRefused(String code, String detail) {
        super(ProblemKind.CONFLICT, code, detail);
    }

    static final class NameTaken extends CardRefused {
        NameTaken() {
            super(ProblemKind.CONFLICT, new Fault("/name", "name-taken", "Another card has this name."));
        }
    }

    static final class AddressNotVerified extends CardRefused {
        AddressNotVerified() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    new Fault(
                            "/email", "address-not-verified", "Only a verified address of your own can be on a card."));
        }
    }

    static final class PersonUnknown extends CardRefused {
        PersonUnknown() {
            super(
                    "person-unknown",
                    "Nobody is registered for an event with this sign-in yet. Sign in to your registration first.");
        }
    }

    static final class TooMany extends CardRefused {
        TooMany(int most) {
            super("too-many-cards", "There can be at most " + most + " cards.");
        }
    }

    static final class InUse extends CardRefused {
        InUse() {
            super(
                    "card-in-use",
                    "The card is the default, is shown at an event, or was given to somebody. Without it they would see another"
                            + " card: choose that first, or withdraw.");
        }
    }
}
