package rapport.contacts.merge;

/** What an owner writes down about a contact any number of times; each is added and removed for itself and has a label. */
public enum Several {
    EMAILS,
    PHONES,
    ROLES,
    /** By kind; the label is the address. */
    LINKS,
    INTERESTS,
    LANGUAGES,
    /** The ids under which other address books know the contact; the label is the revision that was taken in. */
    SOURCES
}
