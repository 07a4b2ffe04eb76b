package rapport.followup.attention;

/** Why a follow-up needs its owner. The first ones first. */
public enum Need {
    /** Perhaps delivered: only its owner can find out. */
    UNCERTAIN,
    /** Its message did not go, and will not. */
    NOT_SENT,
    /** A reminder to oneself that is due. */
    DO,
    /** The answer that was hoped for has not come in time. */
    NO_REPLY,
    /** Something that the recipient deserves is missing. */
    PREPARE,
    /** Written, and soon due. */
    APPROVE
}
