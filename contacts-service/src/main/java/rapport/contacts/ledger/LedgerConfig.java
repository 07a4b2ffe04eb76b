package rapport.contacts.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the ledger is kept. */
@ConfigMapping(prefix = "rapport.ledger")
interface LedgerConfig {
    /** Days after which a promise is due that names no day. Much longer, and it is forgotten before anybody is reminded. */
    @WithDefault("14")
    int promiseDays();

    /** Owners whose promises of scans are taken in by one step. More hold their locks for longer. */
    @WithDefault("50")
    int ownersPerStep();
}
