package rapport.events.retention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/** Steps through {@link Retention} now and then. Every replica does; one of them gets to work. */
@ApplicationScoped
class RetentionThread {
    private static final Logger LOG = Logger.getLogger(RetentionThread.class);

    private final Retention retention;
    private final RetentionConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("retention").daemon().factory());

    RetentionThread(Retention retention, RetentionConfig config) {
        this.retention = retention;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.every().toMillis();
        timer.scheduleWithFixedDelay(this::work, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent stopping) {
        timer.shutdown();
    }

    private void work() {
        try {
            boolean more = true;
            while (more && !timer.isShutdown()) {
                more = retention.runOnce();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "a step of the retention failed and is tried again in %s", config.every());
        }
    }
}
