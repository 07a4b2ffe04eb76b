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

    /** The next version. */
    public StoredContact changed(Standing newStanding, ContactState newState) {
        return new StoredContact(owner, id, newStanding, version + 1, newState, mergedInto);
    }
}
