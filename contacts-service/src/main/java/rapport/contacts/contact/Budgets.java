package rapport.contacts.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What counts for speakers who set no boundary of their own. */
@ConfigMapping(prefix = "rapport.boundary")
interface Budgets {
    /** Messages in any seven days. Another number than followup-service's promises owners what they do not get. */
    @WithDefault("5")
    int speakerBudget();
}
