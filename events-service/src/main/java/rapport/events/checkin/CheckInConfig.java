package rapport.events.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How check-ins are taken in. */
@ConfigMapping(prefix = "rapport.check-in")
interface CheckInConfig {
    /** Single check-ins that may wait. Beyond it gates are told to come again, which they can bear. */
    @WithDefault("4096")
    int queue();

    /** Transactions of single check-ins at the same time; each holds a connection of the hot pool. */
    @WithDefault("2")
    int flushers();

    /** Single check-ins of one commit. */
    @WithDefault("500")
    int maxBatch();

    /** Uploads that may wait. */
    @WithDefault("128")
    int uploadQueue();

    /** Transactions of uploads at the same time. */
    @WithDefault("2")
    int uploadFlushers();

    /** Uploads of one commit, each of up to 500 check-ins. More hold the locks of registrations for longer. */
    @WithDefault("4")
    int maxUploads();

    /** How long a badge may be known before what gates read of it earlier is counted. Each look costs a statement. */
    @WithDefault("PT2S")
    Duration settleEvery();

    /** Unknown badges looked up by one statement. */
    @WithDefault("1000")
    int settleBatch();
}
