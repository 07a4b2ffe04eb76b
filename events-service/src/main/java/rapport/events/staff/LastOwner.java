package rapport.events.staff;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

final class LastOwner extends Refused {
    LastOwner() {
        super(ProblemKind.CONFLICT, "last-owner", "An event keeps at least one owner: make somebody else owner first.");
    }
}
