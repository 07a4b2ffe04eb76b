package rapport.contacts.contact;

import java.util.UUID;
import rapport.contacts.merge.ContactState;

/** A contact's row, as the set-based statements read and write it. */
public record StoredContact(
        String owner, UUID id, Standing standing, long version, ContactState state, UUID mergedInto) {

    /** A contact that does not exist yet; its first version is 1. */
    public static StoredContact unborn(String owner, UUID id, Standing standing) {
        return new StoredContact(owner, id, standing, 0, ContactState.EMPTY, null);
    }

    /** Whether its owner merged it with another one; a contact that was folded because it is the same person has nothing left. */
    boolean isMerged() {
        return state.own() != null || mergedInto != null && !state.equals(ContactState.EMPTY);
    }

    /** The next version, in another contact or, with null, for itself. */
    StoredContact in(UUID winner) {
        return new StoredContact(owner, id, standing, version + 1, state, winner);
    }

    /** The next version. */
    public StoredContact changed(Standing newStanding, ContactState newState) {
        return new StoredContact(owner, id, newStanding, version + 1, newState, mergedInto);
    }
}
