package rapport.events.organization;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** Slugs are part of addresses, so they are unique. */
public final class SlugTaken extends Refused {
    public SlugTaken() {
        super(ProblemKind.CONFLICT, "slug-taken", "This slug is taken: choose another one.");
    }
}
