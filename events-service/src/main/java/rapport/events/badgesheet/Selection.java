package rapport.events.badgesheet;

/** Which of an event's active badges are printed. */
enum Selection {
    ALL,
    /** Those that were never printed, or on which something else stands now. */
    CHANGED,
    /** Those that are named. */
    BADGES
}
