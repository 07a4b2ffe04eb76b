package rapport.kit.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one principal may ask. */
@ConfigMapping(prefix = "kit.rate")
public interface RateConfig {
    /** Sustained requests per second of one principal. Too low, and a phone cannot empty its offline queue. */
    @WithDefault("200")
    long perSecond();

    /** Requests that may come at once. Too high, and one caller fills the queues of everybody. */
    @WithDefault("1000")
    long burst();
}
