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

    /**
     * What a busy relay waits between pages that are not full. A lone fact is published at once; without this pause a steady
     * stream would go out in pages of a few rows, each with a commit and a request to the broker of its own.
     */
    @WithDefault("PT0.02S")
    Duration gather();

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
