package rapport.contacts.contact;

/** How a contact came about; of several ways the first in this order counts. Meeting somebody outweighs having listened to them. */
public enum ContactKind {
    SCANNED,
    SPEAKER,
    /** From another address book. */
    IMPORTED,
    /** Typed by the owner. */
    MANUAL;

    /** Whether nobody but the owner says who it is. */
    public boolean isOwnersWord() {
        return this == IMPORTED || this == MANUAL;
    }
}
