package rapport.followup.followup;

/** How a follow-up reaches its recipient. */
public enum Channel {
    EMAIL,
    /** Mail, too, but neither side sees the other's address. */
    RELAY,
    /** A reminder only: its owner does it elsewhere and says when it is done. */
    MANUAL
}
