package rapport.contacts.ledger;

/** Who asked, offered, promised, gave or thanked. */
public enum Party {
    /** The owner of the contact. */
    ME,
    /** The contact. */
    THEM
}
