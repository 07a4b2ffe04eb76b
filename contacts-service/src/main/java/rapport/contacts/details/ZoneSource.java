package rapport.contacts.details;

/** How a contact's time zone became known. */
public enum ZoneSource {
    /** The owner wrote it down. */
    TYPED,
    /** It came with an imported address book. */
    IMPORTED
}
