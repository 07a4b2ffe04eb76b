package rapport.events.staff;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

final class StaffForbidden extends Refused {
    StaffForbidden() {
        super(ProblemKind.FORBIDDEN, "staff-role", "Your role at this event does not include this.");
    }
}
