package rapport.kit.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages are consumed. */
@ConfigMapping(prefix = "kit.inbound")
interface InboundConfig {
    /** False keeps this process from consuming; other replicas take its partitions. */
    @WithDefault("true")
    boolean enabled();

    /** Threads of this process, each a member of the group. More than partitions is of no use; each needs a connection. */
    @WithDefault("1")
    int consumers();

    /** Messages applied by one transaction, at most. Large ones hold row locks for longer. */
    @WithDefault("1000")
    int batch();
}
