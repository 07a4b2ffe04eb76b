package rapport.followup.followup;

/** How a follow-up reaches its recipient. */
public enum Channel {
    EMAIL,
    /** Known to the contract, not offered yet. */
    RELAY,
    /** A reminder only: its owner does it elsewhere and says when it is done. */
    MANUAL
}
