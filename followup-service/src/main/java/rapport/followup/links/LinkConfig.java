package rapport.followup.links;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How links in messages are made. */
@ConfigMapping(prefix = "followup.links")
public interface LinkConfig {

    /** Where recipients reach this service, without a slash at the end. It stands in messages for years: do not move it. */
    String base();

    /** The version of the key that new links are made with, 1 to 127. */
    @WithDefault("1")
    int version();

    /** The secrets by version. Whoever takes an old one away turns every "stop" in old messages into a dead link. */
    Map<Integer, String> keys();
}
