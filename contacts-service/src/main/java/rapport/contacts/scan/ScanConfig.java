package rapport.contacts.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How scans are taken in. */
@ConfigMapping(prefix = "rapport.scan")
interface ScanConfig {
    /** Single scans that may wait. Beyond it phones are told to come again, which they can bear; a longer queue only makes them wait. */
    @WithDefault("4096")
    int queue();

    /** Transactions of single scans at the same time; each holds a connection of the hot pool. More make the commits smaller. */
    @WithDefault("2")
    int flushers();

    /** Single scans of one commit. */
    @WithDefault("500")
    int maxBatch();

    /** Uploads that may wait. */
    @WithDefault("128")
    int uploadQueue();

    /** Transactions of uploads at the same time. */
    @WithDefault("2")
    int uploadFlushers();

    /** Uploads of one commit, each of up to 500 scans. More hold owners' locks for longer. */
    @WithDefault("4")
    int maxUploads();
}
