package rapport.events.livecount;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How counts are streamed. */
@ConfigMapping(prefix = "rapport.live-count")
interface CountConfig {
    /** Shortest time between two counts of one event on one replica, however many look. */
    @WithDefault("PT1S")
    Duration countEvery();

    /** A sign of life on a stream that has nothing to say. Longer than a proxy's patience, and proxies cut streams. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** When a stream ends and is to be opened again: until then a member of the staff who was dismissed still sees counts. */
    @WithDefault("PT15M")
    Duration longest();

    /** Open streams of one replica. More are answered 503. */
    @WithDefault("500")
    int listeners();
}
