package rapport.followup.inbound;

/** What a mail led to. */
enum Outcome {
    /** It was seen before. */
    REPEATED,
    /** It belongs to no message of ours. */
    UNMATCHED,
    /** It changes nothing: an automatic answer without a date, a receipt, the owner's own mail. */
    NOTED,
    /** It counts when the message that it answers is no longer on its way. */
    WAITING,
    APPLIED
}
