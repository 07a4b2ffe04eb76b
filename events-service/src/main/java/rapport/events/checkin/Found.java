package rapport.events.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What the database knows about a check-in before it is stored.
 *
 * @param earlier what was stored under the same id, or null
 * @param badge null while nobody knows it
 * @param before the last mark before this one on the same timeline, or null
 * @param sessionKnown whether the session is one of the event's; true when there is none
 */
record Found(Earlier earlier, Badge badge, Mark before, boolean sessionKnown) {

    record Earlier(UUID registrationId, long fingerprint) {}

    /** @param revokedAt null while it is valid */
    record Badge(UUID eventId, UUID registrationId, Instant revokedAt, boolean confirmed) {
        /** A device clock counts as right while it is wrong by less. */
        private static final Duration DOUBT = Duration.ofMinutes(5);

        /**
         * A badge that is revoked opens no door any more. What a gate read before and sends late still counts, if the
         * gate's clock was measured and leaves no doubt that it was before.
         */
        boolean wasRevokedFor(CheckIn checkIn) {
            return revokedAt != null
                    && !(checkIn.timeMeasured()
                            && checkIn.clock().effectiveAt().plus(DOUBT).isBefore(revokedAt));
        }
    }
}
