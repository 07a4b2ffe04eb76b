package rapport.followup.outcome;

/** What can come of a follow-up. */
enum OutcomeKind {
    ADVICE,
    INTRODUCTION,
    COLLABORATION,
    MENTORING,
    MET_AGAIN,
    /** The owner could help. */
    HELPED,
    NOTHING
}
