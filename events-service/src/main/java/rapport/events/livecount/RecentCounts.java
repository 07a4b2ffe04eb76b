package rapport.events.livecount;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts that are a moment old at most. However many ask, an event is counted once a second by this replica; an event that takes
 * long to count is counted less often, so that counting never takes more than a tenth of a connection.
 */
@ApplicationScoped
class RecentCounts {
    private static final int TIMES_ITS_COST = 10;
    private static final int REMEMBERED = 1_000;

    private record Recent(LiveCounts counts, Instant goodUntil) {}

    private final CountQuery query;
    private final Clock clock;
    private final Duration every;
    private final Map<UUID, Recent> recent = new ConcurrentHashMap<>();

    RecentCounts(CountQuery query, CountConfig config, Clock clock) {
        this.query = query;
        this.clock = clock;
        this.every = config.countEvery();
    }

    LiveCounts of(UUID eventId) {
        // Whoever comes while an event is counted waits for that count instead of counting as well.
        return recent.compute(
                        eventId,
                        (id, last) -> last != null && clock.instant().isBefore(last.goodUntil) ? last : count(id))
                .counts;
    }

    private Recent count(UUID eventId) {
        Instant begun = clock.instant();
        LiveCounts counts = query.count(eventId);
        Instant done = clock.instant();
        forgetOld(done);
        Duration pause = Duration.between(begun, done).multipliedBy(TIMES_ITS_COST);
        return new Recent(counts, done.plus(pause.compareTo(every) > 0 ? pause : every));
    }

    private void forgetOld(Instant now) {
        if (recent.size() > REMEMBERED) {
            Thread.startVirtualThread(() -> recent.values().removeIf(one -> one.goodUntil.isBefore(now)));
        }
    }
}
