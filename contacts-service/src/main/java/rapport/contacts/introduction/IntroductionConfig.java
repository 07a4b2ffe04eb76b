package rapport.contacts.introduction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How introductions are handled. */
@ConfigMapping(prefix = "rapport.introduction")
interface IntroductionConfig {
    /** How long both may think. A refusal is not told before it is over, so a long time keeps introducers waiting. */
    @WithDefault("P14D")
    Duration open();

    /** Open introductions of one introducer. More is no longer a favour to anybody. */
    @WithDefault("10")
    int most();
}
