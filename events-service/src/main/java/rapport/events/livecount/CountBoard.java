package rapport.events.livecount;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import rapport.kit.lifecycle.ShutdownStep;

/**
 * Tells everybody who listens what has changed. Each replica counts for its own listeners, at most once a second per event and only
 * events somebody listens to; whoever is slow gets the latest count and not all of those in between.
 */
@ApplicationScoped
class CountBoard {
    private static final Logger LOG = Logger.getLogger(CountBoard.class);

    private final RecentCounts counts;
    private final CountConfig config;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean stopping;

    CountBoard(RecentCounts counts, CountConfig config, Clock clock) {
        this.counts = counts;
        this.config = config;
        this.clock = clock;
        Thread.ofVirtual().name("live-counts").start(this::run);
    }

    /** The whole state first, then whatever changes. Ends when the service does, and after a while. */
    Multi<Notice> listen(UUID eventId) {
        if (stopping || open.incrementAndGet() > config.listeners()) {
            open.decrementAndGet();
            throw new TooManyListeners();
        }
        return Multi.createFrom().emitter(emitter -> add(eventId, emitter), BackPressureStrategy.LATEST);
    }

    private void add(UUID eventId, MultiEmitter<? super Notice> emitter) {
        Instant now = clock.instant();
        var listener = new Listener(eventId, emitter, now, now.plus(config.longest()));
        emitter.onTermination(() -> {
            listeners.remove(listener);
            open.decrementAndGet();
        });
        listeners.add(listener);
    }

    private void run() {
        while (!stopping) {
            listeners.forEach(this::tell);
            LockSupport.parkNanos(config.countEvery().toNanos() / 2);
        }
        listeners.forEach(Listener::close);
    }

    private void tell(Listener listener) {
        try {
            listener.tell(number.incrementAndGet(), counts.of(listener.eventId()), clock.instant(), config);
        } catch (RuntimeException e) {
            LOG.warnf(e, "event not counted, tried again: event=%s", listener.eventId());
        }
    }

    void delayed(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void stop(@Observes @Priority(ShutdownStep.ANNOUNCE) ShutdownEvent event) {
        stopping = true;
        listeners.forEach(Listener::close);
    }
}
