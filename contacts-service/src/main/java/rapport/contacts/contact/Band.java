package rapport.contacts.contact;

/** How deep a relationship is. Bands describe one relationship; they are no order of people. */
public enum Band {
    /** They have just met, and nothing came of it yet. */
    NEW,
    WARM,
    /** Both are in touch. */
    ACTIVE,
    COOLING,
    /** Nothing for half a year. */
    DORMANT
}
