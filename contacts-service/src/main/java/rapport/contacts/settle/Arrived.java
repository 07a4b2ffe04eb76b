package rapport.contacts.settle;

import java.util.UUID;
import rapport.contacts.contact.Shared;
import rapport.contacts.contact.StoredContact;

/**
 * A badge that a contact waited for and that is known now.
 *
 * @param contact the waiting one
 * @param knownContact the owner's contact of the same person, or null
 */
record Arrived(
        String tokenHash,
        UUID scannedEvent,
        long registrationVersion,
        Badge badge,
        StoredContact contact,
        UUID knownContact) {

    record Badge(UUID eventId, UUID personId, String subject, boolean valid, Shared shared) {}

    boolean acceptable() {
        return badge.valid && scannedEvent.equals(badge.eventId);
    }

    boolean own() {
        return contact.owner().equals(badge.subject);
    }
}
