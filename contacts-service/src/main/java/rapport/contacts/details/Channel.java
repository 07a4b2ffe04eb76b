package rapport.contacts.details;

/** How a contact likes to be reached. */
public enum Channel {
    EMAIL,
    PHONE,
    LINKEDIN,
    MESSENGER,
    IN_PERSON
}
