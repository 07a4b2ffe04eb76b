package rapport.contacts.settle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/**
 * Runs the settling after every commit of a feed, and every now and then for what came at the same moment from the other
 * side: a scan that was stored while its registration was arriving.
 */
@ApplicationScoped
public class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);

    private final PendingSettler pending;
    private final SharingSettler sharing;
    private final Duration poll;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    Settlement(
            PendingSettler pending,
            SharingSettler sharing,
            @ConfigProperty(name = "rapport.settle.poll", defaultValue = "PT1S") Duration poll) {
        this.pending = pending;
        this.sharing = sharing;
        this.poll = poll;
    }

    /** Something arrived that contacts may have waited for. Never blocks. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().daemon().name("settlement").start(this::loop);
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join();
        }
    }

    private void loop() {
        while (running) {
            try {
                while (running && pending.runOnce() + sharing.runOnce() > 0) {
                    Thread.onSpinWait();
                }
            } catch (Exception failure) {
                LOG.warnf("settling failed, tried again at the next poll: failure=%s", failure.getMessage());
            }
            await();
        }
    }

    private void await() {
        try {
            if (wakes.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
