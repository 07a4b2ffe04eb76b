package rapport.contacts.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people are asked. */
@ConfigMapping(prefix = "rapport.consent")
interface ConsentConfig {
    /** How long a request waits in the list of what is open. Too short, and who is on holiday never sees it. */
    @WithDefault("P14D")
    Duration expiry();
}
