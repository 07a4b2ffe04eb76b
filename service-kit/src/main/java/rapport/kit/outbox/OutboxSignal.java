package rapport.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the relay of this process, so that a committed fact does not wait for the next poll. {@link Outbox#append(Fact)} does
 * it by itself; who writes outbox rows over a plain connection calls {@link #wake()} after the commit. Never needed for
 * correctness: the relay polls anyway. Not a NOTIFY, which would serialise the commits of all writers.
 */
@ApplicationScoped
public class OutboxSignal {
    private final Semaphore wakes = new Semaphore(0);

    /** Costs nothing worth counting and never blocks. Call it after the commit, not before. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Waits for the next wake, at most for the given time. Wakes that came since the last call count. */
    void await(Duration atMost) throws InterruptedException {
        if (wakes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }
}
