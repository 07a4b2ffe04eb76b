package rapport.contacts.interaction;

import java.util.List;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why an interaction cannot be as it was told. */
abstract sealed class InteractionRefused extends DomainException {
    private InteractionRefused(ProblemKind kind, String code, String detail, List<Fault> faults) {
        super(kind, code, detail, faults);
    }

    static final class WrongDirection extends InteractionRefused {
        WrongDirection(InteractionKind kind) {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "wrong-direction",
                    kind + " is always " + kind.usualDirection() + ".",
                    List.of(new Fault(
                            "/direction", "wrong-direction", kind + " is always " + kind.usualDirection() + ".")));
        }
    }

    static final class InTheFuture extends InteractionRefused {
        InTheFuture() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "in-the-future",
                    "What has not happened yet is no interaction.",
                    List.of(new Fault("/occurredAt", "in-the-future", "Must not be in the future.")));
        }
    }

    static final class IdReused extends InteractionRefused {
        IdReused() {
            super(
                    ProblemKind.CONFLICT,
                    "interaction-id-reused",
                    "Another interaction was stored under this id. Send this one with an id of its own.",
                    List.of());
        }
    }

    static final class Removed extends InteractionRefused {
        Removed() {
            super(
                    ProblemKind.CONFLICT,
                    "interaction-removed",
                    "The interaction with this id was removed and stays removed.",
                    List.of());
        }
    }

    static final class NotYours extends InteractionRefused {
        NotYours() {
            super(
                    ProblemKind.CONFLICT,
                    "interaction-observed",
                    "This interaction was observed, not written down; it cannot be changed.",
                    List.of());
        }
    }
}
