package rapport.kit.upkeep;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownState;
import rapport.kit.lifecycle.ShutdownStep;

/** Does all chores, one after the other, and again after a pause. */
@ApplicationScoped
class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final List<Chore> chores;
    private final ShutdownState shutdown;
    private final Duration pause;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    Upkeep(
            @All List<Chore> chores,
            ShutdownState shutdown,
            @ConfigProperty(name = "rapport.upkeep.pause", defaultValue = "PT1S") Duration pause) {
        this.chores = List.copyOf(chores);
        this.shutdown = shutdown;
        this.pause = pause;
    }

    void start(@Observes StartupEvent started) {
        if (chores.isEmpty()) {
            return;
        }
        timer.scheduleWithFixedDelay(this::doAll, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent stopping) throws InterruptedException {
        timer.shutdown();
        // What has begun is short and ends with its transaction; the pool is closed after this step.
        timer.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void doAll() {
        chores.forEach(this::doOne);
    }

    private void doOne(Chore chore) {
        try {
            while (!shutdown.stopping() && chore.runOnce() > 0) {
                Thread.onSpinWait();
            }
        } catch (Exception failure) {
            LOG.warnf(
                    "chore failed, tried again after a pause: chore=%s failure=%s",
                    chore.getClass().getSimpleName(), failure.getMessage());
        }
    }
}
