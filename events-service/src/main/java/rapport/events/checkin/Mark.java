package rapport.events.checkin;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Somebody passed a door. Marks of one time are ordered by their ids, which devices count upwards. */
record Mark(CheckInType type, Instant at, UUID scanId) implements Comparable<Mark> {
    /** As text, the way the database compares: {@link UUID#compareTo} takes halves for signed numbers. */
    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::at).thenComparing(mark -> mark.scanId().toString());

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
