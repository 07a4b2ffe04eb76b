package rapport.contacts.contact;

import java.util.UUID;
import rapport.contacts.merge.ContactState;

/** A contact while one transaction changes it: however often, it gets one new version. */
public final class ContactDraft {
    private final StoredContact before;
    private Standing standing;
    private ContactState state;
    private UUID mergedInto;
    private boolean noted;
    private boolean absorbed;

    private ContactDraft(StoredContact before) {
        this.before = before;
        this.standing = before.standing();
        this.state = before.state();
        this.mergedInto = before.mergedInto();
    }

    public static ContactDraft of(StoredContact before) {
        return new ContactDraft(before);
    }

    /** What another source says about the same contact. */
    public void learn(Standing about, ContactState says, boolean withNotes) {
        standing = standing.and(about);
        state = state.join(says);
        noted |= withNotes;
    }

    /** The contact is now known to be this, or what it may show has changed. */
    public void become(Standing other) {
        standing = other;
    }

    /** Takes over everything of a contact that turned out to be the same person; that one becomes an alias. */
    public void absorb(ContactDraft other, Standing about) {
        standing = standing.and(about);
        state = state.fold(other.state);
        noted = true;
        other.state = ContactState.EMPTY;
        other.mergedInto = id();
        other.absorbed = true;
    }

    public UUID id() {
        return before.id();
    }

    public ContactState state() {
        return state;
    }

    /** Whether it was not there before. */
    public boolean isUnborn() {
        return before.version() == 0;
    }

    public Standing standing() {
        return standing;
    }

    public ContactStatus status() {
        return standing.status();
    }

    /** Whether it is clear already which person it is: its own, or that of the contact that has absorbed it. */
    public boolean isKnown() {
        return absorbed || standing.counterpart().equals(standing.personId());
    }

    /** Whether its owner has merged it with another one. */
    public boolean isMerged() {
        return mergedInto != null || state.own() != null;
    }

    /** Whether there is anything to be written. */
    public boolean changed() {
        return before.version() == 0
                || noted
                || !state.equals(before.state())
                || !standing.equals(before.standing())
                || mergedInto != before.mergedInto();
    }

    public StoredContact result() {
        return new StoredContact(before.owner(), before.id(), standing, before.version() + 1, state, mergedInto);
    }
}
