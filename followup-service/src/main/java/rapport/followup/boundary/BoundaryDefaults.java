package rapport.followup.boundary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.util.Set;
import rapport.followup.window.Hours;

/** What counts for people who set no boundary of their own. */
@ConfigMapping(prefix = "followup.boundary")
public interface BoundaryDefaults {

    /** Messages a speaker gets in any seven days. Higher numbers cost exactly the people whom the product protects. */
    @WithDefault("5")
    int speakerBudget();

    /** Messages everybody else gets in any seven days. */
    @WithDefault("10")
    int budget();

    /** Days on which messages are sent. */
    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
    Set<DayOfWeek> workingDays();

    /** First minute of the working window. */
    @WithDefault("08:00")
    String from();

    /** End of the working window; the window is overnight when it is before the first minute. */
    @WithDefault("18:00")
    String to();

    default Hours hours() {
        return Hours.of(from(), to());
    }

    default int weeklyBudget(boolean speaker) {
        return speaker ? speakerBudget() : budget();
    }
}
