package rapport.contacts.contact;

/** Why a contact is still pending. */
public enum PendingReason {
    AWAITING_REGISTRATION,
    /** The registration came, and the badge is not valid for the event of the scan. What the owner typed is kept. */
    BADGE_NOT_ACCEPTED,
    /** The registration came, and the badge is the owner's. */
    OWN_BADGE
}
