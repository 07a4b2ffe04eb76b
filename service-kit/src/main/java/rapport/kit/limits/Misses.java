package rapport.kit.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/**
 * Counts how often a principal presented a secret that is none, and stops who does nothing else. Whoever tries out tokens is soon
 * answered 429 with {@code Retry-After}; whoever now and then reads a smeared code never notices. The counts are this
 * replica's.
 *
 * <p>Ask before, tell after: an upload that is let in is answered as a whole, however much of it is wrong.
 */
@ApplicationScoped
public class Misses {
    private final Buckets misses;

    Misses(MissesConfig config) {
        this.misses = new Buckets(config.perSecond(), config.burst());
    }

    /** Lets a principal pass who has not missed too often. */
    public void requireFew(String principal) {
        EstimationProbe probe = misses.of(principal).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw new TooManyMisses(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** @param count how often the principal has missed; 0 costs nothing */
    public void add(String principal, long count) {
        if (count > 0) {
            Bucket bucket = misses.of(principal);
            bucket.consumeIgnoringRateLimits(count);
        }
    }

    private static final class TooManyMisses extends DomainException {
        TooManyMisses(Duration wait) {
            super(
                    ProblemKind.TOO_MANY_REQUESTS,
                    "too-many-misses",
                    "Too many tokens that were not accepted in a short time.",
                    wait);
        }
    }
}
