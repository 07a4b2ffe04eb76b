package rapport.followup.decision;

/** What a gate says, from the mildest to the strongest: a stronger verdict of any gate outranks a milder one. */
public enum Verdict {
    PASS,
    /** Not now; asked again later. */
    HOLD,
    /** Not as it is written; back to its owner. */
    PREPARE,
    /** Never: it waited for the recipient's budget for too long. */
    EXPIRE,
    /** Never: too late to be polite. */
    SKIP,
    /** Never: the recipient or the circumstances say no. */
    STOP;

    boolean outranks(Verdict other) {
        return rank() > other.rank();
    }

    private int rank() {
        return switch (this) {
            case PASS -> 0;
            case HOLD -> 1;
            case PREPARE -> 2;
            case EXPIRE, SKIP, STOP -> 3;
        };
    }
}
