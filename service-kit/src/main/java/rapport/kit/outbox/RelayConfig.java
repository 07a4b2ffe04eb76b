package rapport.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay publishes. */
@ConfigMapping(prefix = "kit.outbox")
interface RelayConfig {
    /** False keeps this process from publishing; another replica may. Rows stay where they are. */
    @WithDefault("true")
    boolean enabled();

    /** The longest delay of a fact that another process wrote; facts of this process wake the relay themselves. */
    @WithDefault("PT0.25S")
    Duration poll();

    /** Rows sent before their acknowledgements are awaited and the cursor is moved. Small pages pay for many commits. */
    @WithDefault("5000")
    int page();

    /** Published rows that may stay before even a busy relay stops to delete them. */
    @WithDefault("200000")
    int keep();

    /** Rows deleted by one statement. Large ones delay the facts that are committed meanwhile. */
    @WithDefault("10000")
    int purge();
}
