package rapport.contacts.ledger;

/** How far a ledger entry has come. */
public enum EntryState {
    /** A promise that waits to be kept. */
    OPEN,
    /** A promise that was kept. */
    KEPT,
    /** A promise that was not kept. */
    BROKEN,
    /** Taken back: a promise of which the other side released, or an entry that was a slip. It counts nowhere. */
    CANCELLED,
    /** Everything that is no promise. */
    RECORDED;

    boolean isFinal() {
        return this == KEPT || this == BROKEN || this == CANCELLED;
    }
}
