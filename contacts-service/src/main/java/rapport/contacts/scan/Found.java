package rapport.contacts.scan;

import java.util.UUID;
import rapport.contacts.contact.Shared;
import rapport.contacts.contact.StoredContact;

/**
 * What the database knows about a scan before it is stored.
 *
 * @param earlier the scan that was stored under the same id, or null
 * @param badgeGone whether the badge's registration was deleted, which is for ever
 * @param badge the badge's registration, or null while it or its person is not known
 * @param contact the contact the scan belongs to, or null
 */
record Found(Earlier earlier, boolean badgeGone, Badge badge, StoredContact contact) {

    record Earlier(UUID contactId, long fingerprint) {}

    record Badge(UUID eventId, UUID personId, String subject, boolean valid, Shared shared) {}
}
