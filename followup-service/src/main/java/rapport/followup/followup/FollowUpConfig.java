package rapport.followup.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When follow-ups may go, apart from what recipients decide. */
@ConfigMapping(prefix = "followup")
public interface FollowUpConfig {

    /** Time between approval and sending, in which the owner can still think better of it. */
    @WithDefault("PT10M")
    Duration hold();

    /** How long after its due time a message is still polite. Longer than an outage plus a weekend becomes embarrassing. */
    @WithDefault("P3D")
    Duration notAfter();

    /** Shortest time between two steps to one person, whatever their anchors say. */
    @WithDefault("P1D")
    Duration betweenSteps();

    /** How long after its approval a message may wait for a budget when no event says how long follow-ups are welcome. */
    @WithDefault("P60D")
    Duration patience();

    /** How soon a held message is asked about when nothing tells when that helps. */
    @WithDefault("PT15M")
    Duration recheck();
}
