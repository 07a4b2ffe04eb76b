package rapport.followup.crash;

/** The moments between which a death makes a difference for a message. In the order in which a message passes them. */
public enum CrashPoint {
    /** The claim is committed, nothing else happened. */
    AFTER_CLAIM_COMMIT,
    /** The server knows sender and recipient. */
    BEFORE_DATA,
    /** The server has the whole message and no dot. */
    BEFORE_DOT,
    /** The dot is written and not answered. */
    AFTER_DOT,
    /** The server said yes, and only this process knows. */
    AFTER_ANSWER,
    /** The journal knows, the database does not. */
    AFTER_JOURNAL,
    /** The outcome is written and not committed. */
    BEFORE_COMPLETION_COMMIT
}
