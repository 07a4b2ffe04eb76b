package rapport.contacts.mentoring;

/** How far a mentoring request has come. */
enum RequestState {
    /** The mentor may answer. */
    OPEN,
    /** The mentor has no place; the request becomes open when one is free, oldest first. */
    WAITLISTED,
    /** A place is taken. */
    ACCEPTED,
    DECLINED,
    /** The mentee took it back, or another mentor accepted. */
    WITHDRAWN,
    EXPIRED,
    /** The mentoring is over; the place is free again. */
    ENDED;

    boolean isLive() {
        return this == OPEN || this == WAITLISTED;
    }
}
