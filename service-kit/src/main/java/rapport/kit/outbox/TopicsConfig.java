package rapport.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What topics are created with; existing topics are left alone. */
@ConfigMapping(prefix = "kit.topics")
interface TopicsConfig {
    /** The longest time for which a superseded or deleted state can be read: it bounds erasure. */
    @WithDefault("PT24H")
    Duration maxCompactionLag();

    /** How long facts are kept. Consumers that were away for longer lose some. */
    @WithDefault("P14D")
    Duration factRetention();

    /** Copies of each partition; -1 leaves it to the broker. */
    @WithDefault("-1")
    short replication();
}
