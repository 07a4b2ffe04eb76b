package rapport.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something happened that a device with a possibly wrong clock reports. The server's time decides: a device that says
 * when it sends shows by how much it is wrong, and what it says is moved by that. What still cannot be is taken to
 * have happened on arrival. Nothing is ever refused for its time.
 *
 * @param scannedAt what the device said, as far as the database can hold it
 * @param effectiveAt what counts, in whole milliseconds
 */
public record DeviceClock(Instant scannedAt, Instant effectiveAt, boolean corrected) {
    /** Below this a device counts as right: networks are slow, clocks drift. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LOWEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant HIGHEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @param sentAt what the device's clock said when the request was sent, or null when it did not tell */
    public static DeviceClock read(Instant scannedAt, Instant sentAt, Instant receivedAt) {
        Instant kept = within(scannedAt);
        Instant effective = kept;
        boolean corrected = false;
        if (sentAt != null) {
            // In whole minutes: the same scan in two uploads is moved by the same time although networks differ.
            Duration offset = Duration.between(receivedAt, within(sentAt));
            if (offset.abs().compareTo(TOLERANCE) > 0) {
                effective = effective.minus(Duration.ofMinutes(Math.round(offset.toSeconds() / 60.0)));
                corrected = true;
            }
        }
        if (effective.isBefore(EARLIEST) || effective.isAfter(receivedAt.plus(TOLERANCE))) {
            effective = receivedAt;
            corrected = true;
        }
        return new DeviceClock(kept, effective.truncatedTo(ChronoUnit.MILLIS), corrected);
    }

    private static Instant within(Instant time) {
        if (time.isBefore(LOWEST)) {
            return LOWEST;
        }
        return time.isAfter(HIGHEST) ? HIGHEST : time;
    }
}
