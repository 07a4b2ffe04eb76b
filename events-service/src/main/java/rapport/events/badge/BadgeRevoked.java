package rapport.events.badge;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

final class BadgeRevoked extends Refused {
    BadgeRevoked() {
        super(ProblemKind.CONFLICT, "badge-revoked", "This badge is revoked already.");
    }
}
