package rapport.contacts.ledger;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a ledger entry cannot be as it was asked for. */
abstract sealed class LedgerRefused extends DomainException {
    private LedgerRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private LedgerRefused(String pointer, String code, String detail) {
        super(ProblemKind.UNPROCESSABLE, code, detail, List.of(new Fault(pointer, code, detail)));
    }

    static final class WrongParty extends LedgerRefused {
        WrongParty(EntryKind kind) {
            super("/by", "wrong-party", kind + " is always by " + kind.usualParty() + ".");
        }
    }

    static final class OnlyPromisesAreDue extends LedgerRefused {
        OnlyPromisesAreDue() {
            super("/dueOn", "only-promises-are-due", "Only a promise has a day by which it is due.");
        }
    }

    static final class InTheFuture extends LedgerRefused {
        InTheFuture() {
            super("/happenedAt", "in-the-future", "Must not be in the future.");
        }
    }

    static final class IdReused extends LedgerRefused {
        IdReused() {
            super(
                    ProblemKind.CONFLICT,
                    "entry-id-reused",
                    "Another entry was stored under this id. Send this one with an id of its own.");
        }
    }

    static final class NotPossible extends LedgerRefused {
        NotPossible(EntryState from) {
            super(ProblemKind.CONFLICT, "ledger-state", "The entry is " + from + ": this step is not possible.");
        }
    }
}
