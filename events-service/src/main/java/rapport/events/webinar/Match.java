package rapport.events.webinar;

/** How a participant was found among the event's registrations. */
enum Match {
    EXTERNAL_ID,
    EMAIL,
    ALIAS,
    ORCID,
    NAME,
    MANUAL,
    IGNORED,
    UNMATCHED;

    /** Whether the one who was found is certain by an identifier, so that what the report said of them is not needed any more. */
    boolean isCertain() {
        return ordinal() <= ORCID.ordinal();
    }
}
