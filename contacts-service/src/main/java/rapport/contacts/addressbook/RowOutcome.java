package rapport.contacts.addressbook;

/** What an import does, or would do, with a row. */
enum RowOutcome {
    CREATED,
    UPDATED,
    /** Nothing new in it. */
    SKIPPED,
    /** It fits several contacts, or one that is somebody else, or somebody who had themselves erased; nothing was done. */
    CONFLICT,
    /** It is not usable; nothing was done. */
    ERROR
}
