package rapport.followup.planning;

/** What the days between an anchor and a step are. */
public enum OffsetUnit {
    DAYS,
    /** Days on which the recipient works. */
    BUSINESS_DAYS
}
