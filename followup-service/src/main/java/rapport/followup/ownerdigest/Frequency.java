package rapport.followup.ownerdigest;

/** How often an owner wants to be told. */
enum Frequency {
    DAILY,
    WEEKLY
}
