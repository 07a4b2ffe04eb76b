package rapport.contacts.mentoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mentoring requests are handled. */
@ConfigMapping(prefix = "rapport.mentoring")
interface MentoringConfig {
    /** Requests of one mentee that may wait for an answer. More, and mentors are asked by people who will go elsewhere. */
    @WithDefault("3")
    int mostOpen();

    /** How long a mentor may think. */
    @WithDefault("P14D")
    Duration open();

    /** When the mentor is reminded, once. Not after {@link #open}. */
    @WithDefault("P7D")
    Duration remindAfter();

    /** How long a request waits for a place at most. */
    @WithDefault("P90D")
    Duration longestWait();
}
