package rapport.events.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When personal data of past events go. */
@ConfigMapping(prefix = "rapport.retention")
interface RetentionConfig {
    /** How long before anything is deleted its owners can read that it will be. Shorter, and nobody notices in time. */
    @WithDefault("P14D")
    Duration notice();

    /** How many days after the event's own date an owner can postpone it to. Longer, and the event's promise means little. */
    @WithDefault("365")
    int postponableDays();

    /** How often it is looked for events that are due. */
    @WithDefault("PT1H")
    Duration every();

    /** Registrations deleted by one transaction. Larger ones hold locks for longer. */
    @WithDefault("500")
    int batch();
}
