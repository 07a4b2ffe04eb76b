package rapport.contacts.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.NewNote;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Stamp;
import rapport.kit.id.Ids;
import rapport.kit.time.DeviceClock;
import rapport.kit.token.OpaqueTokens;

/**
 * A well-formed scan of a genuine badge, ready to be stored.
 *
 * @param tokenHash the badge, as the hexadecimal SHA-256 by which it is known
 * @param pendingKey the contact's counterpart as long as nobody knows the badge
 */
record Scan(
        String owner,
        ScanItem item,
        String tokenHash,
        UUID pendingKey,
        DeviceClock clock,
        Instant receivedAt,
        long fingerprint) {

    static Scan of(String owner, ScanItem item, Instant sentAt, Instant receivedAt) {
        byte[] hash = OpaqueTokens.hash(item.badgeToken());
        return new Scan(
                owner,
                item,
                HexFormat.of().formatHex(hash),
                pendingKey(hash, item.eventId()),
                DeviceClock.read(item.scannedAt(), item.sentAt() == null ? sentAt : item.sentAt(), receivedAt),
                receivedAt,
                item.fingerprint());
    }

    /** The hash is uniform, so mixing in the event keeps both apart: a badge belongs to one event only. */
    private static UUID pendingKey(byte[] hash, UUID event) {
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = bits.getLong() ^ event.getMostSignificantBits();
        long low = bits.getLong() ^ event.getLeastSignificantBits();
        return new UUID(high & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000, low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    UUID id() {
        return item.scanId();
    }

    boolean clockCorrected() {
        return clock.corrected();
    }

    long deviceSequence() {
        return item.deviceSequence() == null ? 0 : item.deviceSequence();
    }

    /** What this scan says about its contact. */
    ContactState says() {
        var stamp = new Stamp(clock.effectiveAt().toEpochMilli(), deviceSequence(), item.deviceId(), id().toString());
        ScanContext where = item.where();
        return ContactState.scanned(stamp, item.intent(), item.rating(), item.tags(), item.removedTags())
                .join(ContactState.met(
                        item.eventId(),
                        Encounter.reported(Ids.next(), stamp, where.sessionId(), where.place(), where.topic())));
    }

    /** What is added to the contact's notes. */
    List<NewNote> notes(UUID contactId) {
        var notes = new ArrayList<NewNote>();
        add(notes, contactId, 0, NewNote.NOTE, item.note());
        for (int i = 0; i < item.commitments().size(); i++) {
            add(notes, contactId, i + 1, NewNote.COMMITMENT, item.commitments().get(i));
        }
        return notes;
    }

    private void add(List<NewNote> notes, UUID contactId, int position, String kind, String body) {
        if (body != null && !body.isBlank()) {
            notes.add(new NewNote(owner, contactId, id(), position, kind, body, clock.effectiveAt()));
        }
    }
}
