package rapport.contacts.ledger;

import static rapport.contacts.ledger.Party.ME;
import static rapport.contacts.ledger.Party.THEM;

/** What an entry of the reciprocity ledger says. */
public enum EntryKind {
    /** Somebody asked for something. */
    ASK(ME, false),
    /** Somebody offered something. */
    OFFER(ME, false),
    /** Somebody said that they would do something, by a day. */
    PROMISE(ME, false),
    /** The owner gave something. */
    GIVEN(ME, true),
    /** The owner was given something. */
    RECEIVED(THEM, true),
    /** Somebody said thank you. */
    THANKED(ME, false);

    private final Party usual;
    private final boolean always;

    EntryKind(Party usual, boolean always) {
        this.usual = usual;
        this.always = always;
    }

    Party usualParty() {
        return usual;
    }

    boolean allows(Party party) {
        return !always || party == usual;
    }
}
