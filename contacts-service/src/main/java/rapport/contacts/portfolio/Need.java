package rapport.contacts.portfolio;

/** Why a contact needs the owner; what weighs more comes first. */
enum Need {
    /** The owner promised something, and the day has passed. */
    PROMISE_OVERDUE,
    /** The contact was in touch last, and nothing went back. */
    ANSWER_AWAITED,
    /** Something the owner promised is due within a week. */
    PROMISE_DUE,
    /** The cadence asks for it today. */
    REMINDER,
    /** A relationship that the owner rated high grows cold. */
    COOLING
}
