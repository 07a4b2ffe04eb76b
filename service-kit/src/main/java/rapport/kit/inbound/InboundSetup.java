package rapport.kit.inbound;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import rapport.kit.lifecycle.ShutdownState;

/** Puts together what consumers and replays share. */
class InboundSetup {

    @Produces
    @Singleton
    BatchApplier applier(DataSource dataSource, Handlers handlers, InboundMetrics metrics, ShutdownState shutdown) {
        return new BatchApplier(dataSource, handlers, metrics, shutdown::stopping);
    }
}
