package rapport.kit.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one principal may present a token that is none. */
@ConfigMapping(prefix = "kit.misses")
public interface MissesConfig {
    /** Misses that are forgiven per second. Too high, and trying out tokens costs nothing. */
    @WithDefault("2")
    long perSecond();

    /** Misses at once. Below the items of an upload, a device with a box of foreign badges would be locked out. */
    @WithDefault("1000")
    long burst();
}
