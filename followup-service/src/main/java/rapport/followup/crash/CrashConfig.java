package rapport.followup.crash;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** For the tests that kill this service. Without the first of the two nothing ever happens. */
@ConfigMapping(prefix = "followup.crash")
public interface CrashConfig {

    /** Where the process ends, as by {@code kill -9}. Never set it where it matters. */
    Optional<CrashPoint> at();

    /** The how manieth time. */
    @WithDefault("1")
    int passing();
}
