package rapport.events.checkin;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import rapport.kit.time.DeviceClock;
import rapport.kit.token.OpaqueTokens;

/**
 * A well-formed check-in with a genuine token, ready to be stored.
 *
 * @param actor the subject of the staff member whose device read the badge
 * @param tokenHash the badge, as the hexadecimal SHA-256 by which it is known
 * @param timeMeasured whether the device said when it sent, so that its clock could be compared
 */
record CheckIn(
        Door door,
        String actor,
        CheckInItem item,
        String tokenHash,
        DeviceClock clock,
        boolean timeMeasured,
        Instant receivedAt) {

    static CheckIn of(UUID eventId, String actor, CheckInItem item, Instant sentAt, Instant receivedAt) {
        Instant sent = item.sentAt() == null ? sentAt : item.sentAt();
        return new CheckIn(
                new Door(eventId, item.sessionId()),
                actor,
                item,
                HexFormat.of().formatHex(OpaqueTokens.hash(item.token())),
                DeviceClock.read(item.scannedAt(), sent, receivedAt),
                sent != null,
                receivedAt);
    }

    UUID scanId() {
        return item.scanId();
    }

    Mark mark() {
        return new Mark(item.type(), clock.effectiveAt(), scanId());
    }
}
