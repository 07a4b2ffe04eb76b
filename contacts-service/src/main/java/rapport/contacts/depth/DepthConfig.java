package rapport.contacts.depth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bands are kept in line with the passing of time. */
@ConfigMapping(prefix = "rapport.depth")
interface DepthConfig {
    /** Contacts of one step; there is one step per pause of the upkeep. More, and phones notice it. */
    @WithDefault("500")
    int sweepPage();

    /** From the beginning of one round over all contacts to that of the next, at least. Bands in lists may be this old. */
    @WithDefault("PT10M")
    Duration sweepEvery();
}
