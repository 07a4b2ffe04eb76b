package rapport.contacts.merge;

/** Why the owner wants to stay in touch. */
public enum Intent {
    LEARN,
    COLLABORATE,
    MENTOR,
    PEER,
    THANK
}
