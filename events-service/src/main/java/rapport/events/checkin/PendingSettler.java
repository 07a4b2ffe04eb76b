package rapport.events.checkin;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/**
 * Counts check-ins whose badge has become known since. It looks for itself now and then, so it does not matter how the badge came:
 * issued here, restored, or brought by a platform with the same key. Every replica does; that they meet does no harm.
 */
@ApplicationScoped
class PendingSettler {
    private static final Logger LOG = Logger.getLogger(PendingSettler.class);

    private final AgroalDataSource hot;
    private final PendingTable table;
    private final SessionPresence presence;
    private final CheckInConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pending-check-ins").daemon().factory());

    PendingSettler(
            @DataSource("hot") AgroalDataSource hot,
            PendingTable table,
            SessionPresence presence,
            CheckInConfig config) {
        this.hot = hot;
        this.table = table;
        this.presence = presence;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.settleEvery().toMillis();
        timer.scheduleWithFixedDelay(this::settleQuietly, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent stopping) throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** Counts all that can be counted. */
    void settle() throws SQLException {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    private boolean step() throws SQLException {
        try (Connection connection = hot.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Set<UUID> registrations = table.lock(connection, config.settleBatch());
                boolean told = presence.tell(connection, table.settle(connection, registrations));
                connection.commit();
                if (told) {
                    presence.committed();
                }
                return registrations.size() == config.settleBatch();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private void settleQuietly() {
        try {
            settle();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "check-ins of unknown badges not looked up, tried again later");
        }
    }
}
