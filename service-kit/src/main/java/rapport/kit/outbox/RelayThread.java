package rapport.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import rapport.kit.kafka.BackOff;
import rapport.kit.lifecycle.ShutdownStep;
import rapport.kit.outbox.OutboxRelay.RelayStopped;

/** Runs the relay from start to shutdown. Kafka may be down at any of these times. */
@ApplicationScoped
class RelayThread {
    private static final Logger LOG = Logger.getLogger(RelayThread.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final OutboxSignal signal;
    private final RelayConfig config;
    private final BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private volatile boolean stopping;
    private Thread thread;

    RelayThread(OutboxRelay relay, OutboxSignal signal, RelayConfig config) {
        this.relay = relay;
        this.signal = signal;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    /** What was written until now is published, unless the broker does not answer: then it is after the next start. */
    void stop(@Observes @Priority(ShutdownStep.FLUSH) ShutdownEvent event) throws InterruptedException {
        if (thread == null) {
            return;
        }
        stopping = true;
        signal.wake();
        if (!thread.join(FAREWELL)) {
            thread.interrupt();
            thread.join(FAREWELL);
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                more = step();
            }
        } catch (InterruptedException e) {
            LOG.info("relay interrupted, unpublished facts stay in the outbox");
        } finally {
            relay.giveUp();
        }
    }

    /** False when there is nothing left to do for a relay that was told to stop. */
    private boolean step() throws InterruptedException {
        try {
            int published = relay.runOnce();
            backOff.succeeded();
            if (published == 0 && !stopping) {
                signal.await(config.poll());
            } else if (published < config.page() && !stopping) {
                Thread.sleep(config.gather());
            }
            return !stopping || published > 0;
        } catch (RelayStopped e) {
            if (stopping || Thread.currentThread().isInterrupted()) {
                return false;
            }
            Duration wait = backOff.failed();
            LOG.warnf(
                    "relay stopped, goes on in %s where it was: %s",
                    wait, e.getCause().toString());
            LOG.debug("relay stopped", e);
            pause(wait);
            return true;
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
            signal.await(Duration.ofNanos(left));
        }
    }
}
