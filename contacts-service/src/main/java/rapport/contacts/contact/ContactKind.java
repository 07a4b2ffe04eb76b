package rapport.contacts.contact;

/** How a contact came about. Meeting somebody outweighs having listened to them. */
public enum ContactKind {
    SCANNED,
    SPEAKER
}
