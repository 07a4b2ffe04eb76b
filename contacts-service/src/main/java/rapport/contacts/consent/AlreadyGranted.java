package rapport.contacts.consent;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** What was given is withdrawn, not declined: that is another thing, with a receipt. */
final class AlreadyGranted extends DomainException {
    AlreadyGranted() {
        super(ProblemKind.CONFLICT, "already-granted", "The card was given already. Withdraw it instead.");
    }
}
