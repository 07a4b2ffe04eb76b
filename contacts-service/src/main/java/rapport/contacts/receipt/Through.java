package rapport.contacts.receipt;

/** By what a consent came about or ended. */
public enum Through {
    /** By the choice at registration, for all whom the person meets at the event. */
    REGISTRATION,
    /** By the answer to a request. */
    REQUEST,
    /** By accepting an introduction. */
    INTRODUCTION,
    /** By becoming mentor and mentee. */
    MENTORING,
    /** Taken back from one holder. */
    HOLDER,
    /** Taken back from all who met the person at an event. */
    EVENT,
    /** Taken back from everybody. */
    EVERYWHERE
}
