package rapport.contacts.duplicate;

/** How sure it is that two contacts are one person. Neither is merged by itself. */
public enum Certainty {
    CERTAIN,
    SUGGESTED
}
