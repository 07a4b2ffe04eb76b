package rapport.followup.planning;

/** What a schedule counts from. */
public enum Anchor {
    EVENT_END,
    SESSION_END,
    ENCOUNTER,
    /** When the step before was sent. The first step has none. */
    LAST_STEP,
    ABSOLUTE
}
