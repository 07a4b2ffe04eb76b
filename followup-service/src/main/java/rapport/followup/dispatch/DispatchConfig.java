package rapport.followup.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How due messages are fetched and handed over. */
@ConfigMapping(prefix = "followup.dispatch")
public interface DispatchConfig {

    /** Whether this process sends at all. */
    @WithDefault("true")
    boolean enabled();

    /** Longest wait between looks at the table while nothing is due. */
    @WithDefault("PT1S")
    Duration poll();

    /** Messages claimed at a time. Larger batches hold the rows of their recipients for longer. */
    @WithDefault("200")
    int batch();

    /** Threads that claim. More than one is of use only where the mail server takes more than several thousand messages a second. */
    @WithDefault("1")
    int claimers();

    /** Deliveries under way at the same time. More than the mail server takes only makes it refuse connections. */
    @WithDefault("32")
    int concurrency();

    /** Messages a minute, so that the end of an outage is no burst. */
    @WithDefault("600")
    int perMinute();

    /** How long a claim holds without being renewed. Shorter than a submission means UNCERTAIN messages that were sent. */
    @WithDefault("PT2M")
    Duration lease();

    /** Wait before the second attempt; it doubles with each one. */
    @WithDefault("PT1M")
    Duration backOff();

    /** The longest wait between two attempts. */
    @WithDefault("PT1H")
    Duration maxBackOff();

    /** Where the journal of what was sent lies. It has to survive the process; losing it makes sent messages UNCERTAIN. */
    @WithDefault("data/journal")
    Path journal();

    /**
     * How long a line of the journal is kept at least. It has to reach further back than the oldest backup that is ever restored:
     * what was sent before the first line that is left could be sent again by a database that is older.
     */
    @WithDefault("P90D")
    Duration journalKept();
}
