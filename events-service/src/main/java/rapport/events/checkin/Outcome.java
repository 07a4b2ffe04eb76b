package rapport.events.checkin;

/** What became of a check-in. All but the last mean: it is in the log, for ever. */
enum Outcome {
    RECORDED,
    /** This very check-in had been stored before; nothing has changed. */
    REPLAY,
    /** Logged; as far as is known the person was in at that time already. The earliest entry counts. */
    ALREADY_IN,
    /** Logged; as far as is known the person was not in at that time. */
    NOT_IN,
    /** Logged; nobody knows the badge yet. It counts as soon as the badge appears. */
    PENDING_UNKNOWN,
    /** Not acceptable as it is; nothing was stored. */
    REJECTED
}
