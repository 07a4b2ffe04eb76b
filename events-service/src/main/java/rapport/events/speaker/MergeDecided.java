package rapport.events.speaker;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

final class MergeDecided extends Refused {
    MergeDecided(MergeStatus status) {
        super(ProblemKind.CONFLICT, "merge-decided", "This proposal was decided already: it is " + status + ".");
    }
}
