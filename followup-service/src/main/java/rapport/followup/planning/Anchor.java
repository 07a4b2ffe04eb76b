package rapport.followup.planning;

/** What a schedule counts from. */
public enum Anchor {
    EVENT_END,
    SESSION_END,
    ENCOUNTER,
    ABSOLUTE
}
