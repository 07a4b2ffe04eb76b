package rapport.followup.inbound;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Whoever posted this does not know the shared secret. */
final class NotSigned extends DomainException {

    NotSigned() {
        super(
                ProblemKind.UNAUTHENTICATED,
                "not-signed",
                "The request is not signed with the shared secret, or is too old.");
    }
}
