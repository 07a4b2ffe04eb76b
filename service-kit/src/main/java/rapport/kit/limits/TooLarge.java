package rapport.kit.limits;

import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** The body has more bytes, or a list more items, than is accepted: 413. */
public final class TooLarge extends DomainException {

    /** @param bytes the largest accepted size of the body */
    public TooLarge(long bytes) {
        super(ProblemKind.TOO_LARGE, "too-large", "The body may have at most " + bytes + " bytes.");
    }
}
