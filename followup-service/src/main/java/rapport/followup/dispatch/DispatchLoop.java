package rapport.followup.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import rapport.kit.id.Ids;
import rapport.kit.lifecycle.ShutdownStep;

/** The threads of sending: one recovers and claims, others may claim beside it, one keeps leases alive. What they do is decided elsewhere. */
@ApplicationScoped
class DispatchLoop {

    private static final Logger LOG = Logger.getLogger(DispatchLoop.class);
    private static final Duration DRAIN = Duration.ofSeconds(25);
    /** How often within a lease is looked for claims whose lease is over. */
    private static final int LOOKS = 24;

    private final DispatchConfig config;
    private final Recovery recovery;
    private final Leases leases;
    private final Clock clock;
    private final DispatcherFactory factory;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> claiming = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    private SendJournal journal;
    private JournalRetention retention;
    private Dispatcher dispatcher;
    private volatile int reconciledAfter = -1;
    private Instant settleNext = Instant.MIN;

    DispatchLoop(DispatchConfig config, Recovery recovery, Leases leases, Clock clock, DispatcherFactory factory) {
        this.config = config;
        this.recovery = recovery;
        this.leases = leases;
        this.clock = clock;
        this.factory = factory;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        journal = SendJournal.open(config.journal(), Ids.next());
        retention = new JournalRetention(journal, config.journalKept());
        dispatcher = factory.dispatcher(journal);
        for (int i = 0; i < config.claimers(); i++) {
            boolean recovers = i == 0;
            claiming.add(Thread.ofPlatform().name("follow-up-claims-" + i).start(() -> claimUntilStopped(recovers)));
        }
        Thread.ofVirtual().name("follow-up-leases").start(this::renewUntilStopped);
    }

    void stopClaiming(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        Instant until = clock.instant().plus(DRAIN);
        for (Thread each : claiming) {
            each.join(Duration.between(clock.instant(), until));
        }
    }

    void finish(@Observes @Priority(ShutdownStep.DRAIN) ShutdownEvent event) {
        if (dispatcher == null) {
            return;
        }
        if (!dispatcher.drain(DRAIN)) {
            LOG.warn("deliveries still under way at shutdown, their leases will decide");
        }
        dispatcher.close();
        journal.close();
    }

    private void claimUntilStopped(boolean recovers) {
        while (isRunning()) {
            try {
                if (recovers) {
                    recover();
                }
                if (reconciledAfter == failures.get() && dispatcher.runOnce() > 0) {
                    continue;
                }
            } catch (RuntimeException e) {
                // Perhaps the database that comes back is another one: the journal is compared before anything is sent.
                failures.incrementAndGet();
                LOG.errorf(e, "dispatch round failed, tried again in %s", config.poll());
            }
            pause(config.poll());
        }
    }

    private void recover() {
        // Another claimer may fail meanwhile: then it is done again.
        int failed = failures.get();
        if (reconciledAfter != failed) {
            recovery.reconcile(journal, clock.instant());
            reconciledAfter = failed;
        }
        if (!clock.instant().isBefore(settleNext)) {
            recovery.settleAbandoned(journal, clock.instant());
            settleNext = clock.instant().plus(config.lease().dividedBy(LOOKS));
        }
        retention.runOnce(clock.instant());
    }

    private void renewUntilStopped() {
        Duration every = config.lease().dividedBy(3);
        while (isRunning() || !dispatcher.underWay().isEmpty()) {
            pause(every);
            try {
                Instant until = clock.instant().plus(config.lease());
                leases.renew(dispatcher.underWay(), until);
            } catch (RuntimeException e) {
                LOG.warnf("leases not renewed, tried again in %s: reason=%s", every, e.getMessage());
            }
        }
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void pause(Duration atMost) {
        try {
            stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
