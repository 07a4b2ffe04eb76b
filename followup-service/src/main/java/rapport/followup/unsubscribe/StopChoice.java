package rapport.followup.unsubscribe;

/** What somebody who had enough can choose. */
enum StopChoice {
    /** Nothing from this sender any more; what a mail program's own button does. */
    SENDER,
    /** Nothing from anybody until a date. */
    PAUSE,
    /** Nothing from anybody any more. */
    ALL
}
