package rapport.contacts.contact;

/** How much is known about a contact's person, and whether the owner may see it. */
public enum ContactStatus {
    /** The registration behind the badge is not known yet; there is only what the owner typed. */
    PENDING,
    /** The person shares something, or is public as a speaker, or is somebody whom only the owner knows. */
    ACTIVE,
    /** The person is known and has not agreed to share; there is only what the owner typed. */
    NEEDS_CONSENT
}
