package rapport.events.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/** The thread of {@link Erasures}: awake when a request has come, and now and then in case one was left. */
@ApplicationScoped
class ErasureWorker {
    private static final Logger LOG = Logger.getLogger(ErasureWorker.class);

    private final Erasures erasures;
    private final Pace pace;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("erasures").daemon().factory());

    ErasureWorker(Erasures erasures, Pace pace) {
        this.erasures = erasures;
        this.pace = pace;
    }

    @ConfigMapping(prefix = "rapport.erasure")
    interface Pace {
        /** How long a request that failed, or was left by a process that ended, waits at most. */
        @WithDefault("PT30S")
        Duration every();
    }

    void start(@Observes StartupEvent started) {
        long pause = pace.every().toMillis();
        timer.scheduleWithFixedDelay(this::work, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent stopping) {
        timer.shutdown();
    }

    void wake() {
        if (!timer.isShutdown()) {
            timer.execute(this::work);
        }
    }

    private void work() {
        try {
            boolean more = true;
            while (more && !timer.isShutdown()) {
                more = erasures.runOnce();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "an erasure failed and is tried again in %s", pace.every());
        }
    }
}
