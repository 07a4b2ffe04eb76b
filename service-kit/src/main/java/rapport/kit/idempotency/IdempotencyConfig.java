package rapport.kit.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are kept for requests that are repeated. */
@ConfigMapping(prefix = "kit.idempotency")
public interface IdempotencyConfig {
    /** Age at which an answer is forgotten. Too short, and a phone that was offline for longer repeats an effect. */
    @WithDefault("PT72H")
    Duration kept();

    /** Pause between two purges of forgotten answers. */
    @WithDefault("PT10M")
    Duration purgeEvery();
}
