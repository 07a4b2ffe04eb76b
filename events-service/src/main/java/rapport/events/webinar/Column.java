package rapport.events.webinar;

/** What a column of a report tells. */
enum Column {
    NAME,
    /** A name, with the one it was before somebody changed it in parentheses. */
    ORIGINAL_NAME,
    FIRST_NAME,
    LAST_NAME,
    EMAIL,
    EXTERNAL_ID,
    ORCID,
    JOINED,
    LEFT,
    MINUTES,
    SECONDS,
    DURATION,
    ATTENDED,
    WAITING,
    ACTION,
    TIMESTAMP,
    PRINCIPAL,
    ROLE,
    INTEREST,
    MODERATOR
}
