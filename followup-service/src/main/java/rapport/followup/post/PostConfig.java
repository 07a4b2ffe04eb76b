package rapport.followup.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How letters are sent. */
@ConfigMapping(prefix = "followup.post")
interface PostConfig {

    /** Whether this process sends letters; one that sends no follow-ups sends none either, unless told. */
    @WithDefault("${followup.dispatch.enabled:true}")
    boolean enabled();

    /** Longest wait between looks at the table while nothing is due. */
    @WithDefault("PT1S")
    Duration poll();
}
