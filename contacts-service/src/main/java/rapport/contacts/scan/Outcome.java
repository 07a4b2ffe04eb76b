package rapport.contacts.scan;

/** What became of a scan. The first four mean: stored, for ever. */
enum Outcome {
    CREATED,
    UPDATED,
    /** Stored and waiting for the registration behind the badge. */
    PENDING,
    /** Stored; the person has not agreed to share, so there is only what the owner typed. */
    NEEDS_CONSENT,
    /** This very scan had been stored before; nothing has changed. */
    REPLAY,
    /** Understood and not allowed; nothing was stored. */
    REFUSED,
    /** Not acceptable as it is; nothing was stored. */
    REJECTED
}
