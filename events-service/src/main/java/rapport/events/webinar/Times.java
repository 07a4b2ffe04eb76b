package rapport.events.webinar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When somebody came and went.
 *
 * @param joinedAt null when only a length is known
 * @param leftAt null when nobody knows
 * @param seconds the length, when {@code joinedAt} is null
 */
record Times(Instant joinedAt, Instant leftAt, Integer seconds) {
    private static final long ROUNDING = 60;

    /**
     * Puts together what a row tells. In the night in which clocks go back a time may mean two instants: the earlier one counts,
     * unless the stay would then end before it began or the length that the row tells fits the later one.
     *
     * @param joined what the time of joining may mean; empty when the row has none
     * @param left the same for leaving
     * @param seconds how long the row says it was; null when it does not
     * @return empty when the stay would end before it began
     */
    static Optional<Times> of(List<Instant> joined, List<Instant> left, Integer seconds) {
        if (joined.isEmpty() && left.isEmpty()) {
            return Optional.of(new Times(null, null, seconds));
        }
        if (joined.isEmpty()) {
            return seconds == null
                    ? Optional.empty()
                    : Optional.of(new Times(left.getFirst().minusSeconds(seconds), left.getFirst(), null));
        }
        if (left.isEmpty()) {
            Instant end = seconds == null ? null : joined.getFirst().plusSeconds(seconds);
            return Optional.of(new Times(joined.getFirst(), end, null));
        }
        Times best = null;
        long smallest = Long.MAX_VALUE;
        for (Instant from : joined) {
            for (Instant to : left) {
                long length = Duration.between(from, to).toSeconds();
                long error = seconds == null ? 0 : Math.max(0, Math.abs(length - seconds) - ROUNDING);
                if (length >= 0 && error < smallest) {
                    smallest = error;
                    best = new Times(from, to, null);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** A stay with gaps of which only the sum is known: it counts from when it began. */
    Times noLongerThan(int most) {
        boolean gaps = joinedAt != null
                && leftAt != null
                && Duration.between(joinedAt, leftAt).toSeconds() - most >= ROUNDING;
        return gaps ? new Times(joinedAt, joinedAt.plusSeconds(most), null) : this;
    }
}
