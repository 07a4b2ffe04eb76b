package rapport.contacts.duplicate;

/** What two contacts have in common. Statements know them by their order. */
public enum Reason {
    ORCID,
    LINKEDIN,
    EMAIL,
    PHONE_AND_NAME,
    /** The same words in the name, in whatever spelling and order. */
    NAME,
    /** The same family name and first letter of the given name. */
    INITIALS,
    PHONE,
    /** An address of an office. */
    OFFICE_EMAIL,
    AFFILIATION,
    EVENT
}
