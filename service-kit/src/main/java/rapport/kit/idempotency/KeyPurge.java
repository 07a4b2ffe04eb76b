package rapport.kit.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/** Forgets old answers now and then. Every replica does; that they meet does no harm. */
@ApplicationScoped
class KeyPurge {
    private static final Logger LOG = Logger.getLogger(KeyPurge.class);

    private final KeyStore keys;
    private final Clock clock;
    private final IdempotencyConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idempotency-purge").daemon().factory());

    KeyPurge(KeyStore keys, Clock clock, IdempotencyConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.purgeEvery().toMillis();
        timer.scheduleWithFixedDelay(this::purgeQuietly, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    /** Forgets every answer that is older than it is kept; the number forgotten. */
    int purge() {
        int all = 0;
        int some;
        do {
            some = keys.purge(clock.instant().minus(config.kept()));
            all += some;
        } while (some > 0);
        return all;
    }

    private void purgeQuietly() {
        try {
            purge();
        } catch (RuntimeException e) {
            LOG.warnf(e, "old idempotency keys not purged, tried again later");
        }
    }
}
