package rapport.events.staff;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

final class InvitationExpired extends Refused {
    InvitationExpired() {
        super(ProblemKind.CONFLICT, "invitation-expired", "The invitation has expired: ask an owner for a new one.");
    }
}
