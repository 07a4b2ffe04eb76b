package rapport.kit.inbound;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import rapport.kit.kafka.BackOff;

/** Drives one loop, and builds a new one when the client has failed for good. */
final class ConsumerThread {
    private static final Logger LOG = Logger.getLogger(ConsumerThread.class);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Supplier<ConsumerLoop> loops;
    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(10));
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile ConsumerLoop running;

    ConsumerThread(String name, Supplier<ConsumerLoop> loops) {
        this.loops = loops;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped.countDown();
        ConsumerLoop loop = running;
        if (loop != null) {
            loop.wakeUp();
        }
    }

    void join() throws InterruptedException {
        if (!thread.join(FAREWELL)) {
            LOG.warnf("consumer is left behind, its messages come again: thread=%s", thread.getName());
        }
    }

    private void run() {
        while (!stopping()) {
            try (ConsumerLoop loop = loops.get()) {
                running = loop;
                while (!stopping()) {
                    loop.runOnce();
                    backOff.succeeded();
                }
            } catch (WakeupException e) {
                LOG.debug("consumer told to stop");
            } catch (RuntimeException e) {
                Duration wait = backOff.failed();
                LOG.warnf(e, "consumer failed, a new one is built in %s", wait);
                pause(wait);
            } finally {
                running = null;
            }
        }
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration wait) {
        try {
            stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}
