package rapport.events.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "rapport.staff")
interface StaffConfig {
    /** How long an invitation can be accepted. A forgotten one should not open the door to an event years later. */
    @WithDefault("P14D")
    Duration invitationValidity();
}
