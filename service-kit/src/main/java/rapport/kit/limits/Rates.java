package rapport.kit.limits;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;

/** How often principals have asked. A bean, because filters are made before the configuration is read. */
@ApplicationScoped
class Rates {
    private final Buckets buckets;

    Rates(RateConfig config) {
        this.buckets = new Buckets(config.perSecond(), config.burst());
    }

    Bucket of(String principal) {
        return buckets.of(principal);
    }
}
