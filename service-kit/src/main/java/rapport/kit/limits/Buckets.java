package rapport.kit.limits;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket per principal. Only the most recently seen principals are remembered. */
class Buckets {
    private static final int REMEMBERED = 50_000;

    private final long perSecond;
    private final long burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Buckets(long perSecond, long burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    Bucket of(String principal) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(principal, any -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build());
        }
    }
}
