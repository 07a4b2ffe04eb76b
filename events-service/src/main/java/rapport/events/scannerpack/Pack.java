package rapport.events.scannerpack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The content of a pack.
 *
 * @param version digest of what the event's badges and sessions are; the same as long as nothing of that changes
 * @param expiresAt until when a gate may decide by it
 * @param salt base64url; another one for every version, so that two packs cannot be compared
 * @param active digests of the badges that open doors, base64url, sorted
 * @param revoked of those that were revoked
 * @param notConfirmed of those whose registration is not confirmed
 */
record Pack(
        UUID eventId,
        String version,
        Instant issuedAt,
        Instant expiresAt,
        String salt,
        List<String> active,
        List<String> revoked,
        List<String> notConfirmed,
        List<Room> sessions) {

    /** A session whose door may be guarded; title and room are public. */
    record Room(UUID sessionId, String title, String room, Instant startsAt, Instant endsAt) {}
}
