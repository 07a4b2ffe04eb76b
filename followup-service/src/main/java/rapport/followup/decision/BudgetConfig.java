package rapport.followup.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one sender may write. What recipients accept from everybody together is theirs to say. */
@ConfigMapping(prefix = "followup.budget")
public interface BudgetConfig {

    /** People whom a sender may write to for the first time in any 24 hours. More is not a personal message any more. */
    @WithDefault("10")
    int firstContactsADay();

    /** People who may owe a sender an answer. Whoever has more goes on writing to people who do not want to answer. */
    @WithDefault("15")
    int unanswered();

    /** After that long nobody owes an answer. */
    @WithDefault("P90D")
    Duration unansweredFor();

    /** Messages to one person about one event as long as there is no answer. */
    @WithDefault("2")
    int perContactAndEvent();

    /** Messages to one person in any 365 days as long as there is no answer. */
    @WithDefault("3")
    int perContactAndYear();
}
