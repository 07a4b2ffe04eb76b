package rapport.followup.post;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/** The thread of the post office. It has one of its own because mail servers may be slow. */
@ApplicationScoped
class PostThread {

    private static final Logger LOG = Logger.getLogger(PostThread.class);
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final PostOffice office;
    private final PostConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    PostThread(PostOffice office, PostConfig config) {
        this.office = office;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("letters").start(this::work);
        }
    }

    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(DRAIN);
        }
    }

    private void work() {
        while (stopped.getCount() > 0) {
            try {
                if (office.runOnce() > 0) {
                    continue;
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "letter failed, tried again in %s", config.poll());
            }
            pause();
        }
    }

    private void pause() {
        try {
            stopped.await(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
