package rapport.followup.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rapport.kit.ingest.GroupCommit;
import rapport.kit.ingest.Overloaded;

/**
 * One process's share of the sending. A round claims what is due and starts its deliveries; each ends by itself, so one
 * slow server holds up nobody else. Any number of dispatchers may work on the same table.
 */
final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final int COMPLETIONS_WAITING = 10_000;
    private static final int COMPLETIONS_AT_ONCE = 500;

    private final Claimer claimer;
    private final Courier courier;
    private final Ledger ledger;
    private final DispatchConfig config;
    private final Clock clock;
    private final Pacer pacer;
    private final Semaphore permits;
    private final Map<UUID, Claimed> underWay = new ConcurrentHashMap<>();
    private final GroupCommit<Completion, Boolean> completions;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(Claimer claimer, Courier courier, Ledger ledger, DispatchConfig config, Clock clock) {
        this.claimer = claimer;
        this.courier = courier;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
        this.pacer = new Pacer(config.perMinute());
        this.permits = new Semaphore(config.concurrency());
        this.completions =
                new GroupCommit<>("follow-up-completions", COMPLETIONS_WAITING, 1, COMPLETIONS_AT_ONCE, ledger::write);
    }

    /** Claims and begins to deliver. Several threads may. @return how many due messages were looked at */
    int runOnce() {
        int places = reserve();
        if (places == 0) {
            return 0;
        }
        int taken = 0;
        try {
            Claimer.Round round = claimer.claim(clock, places, config.lease());
            ledger.begun(round.claimed());
            taken = round.claimed().size();
            round.claimed().forEach(this::begin);
            return round.looked();
        } finally {
            permits.release(places - taken);
            pacer.giveBack(places - taken);
        }
    }

    /** Before the claim, so that nothing is claimed that has to wait for another delivery while its lease runs. */
    private synchronized int reserve() {
        int room = Math.min(permits.availablePermits(), pacer.available(clock.instant()));
        int places = Math.min(config.batch(), room);
        if (places < 1 || !permits.tryAcquire(places)) {
            return 0;
        }
        pacer.spend(places);
        return places;
    }

    /** The claims whose deliveries are under way, to be kept alive. */
    List<Claimed> underWay() {
        return List.copyOf(underWay.values());
    }

    private void begin(Claimed claimed) {
        underWay.put(claimed.deliveryId(), claimed);
        deliveries.execute(() -> {
            try {
                finish(courier.deliver(claimed));
            } catch (RuntimeException e) {
                // The row stays SENDING until its lease ends; then the journal decides, else it is UNCERTAIN.
                LOG.errorf(e, "delivery not recorded, its lease decides: delivery=%s", claimed.deliveryId());
            } finally {
                underWay.remove(claimed.deliveryId());
                permits.release();
            }
        });
    }

    /** A database that is away is waited for: what is known about a delivery must not be forgotten while we live. */
    private void finish(Completion completion) {
        while (true) {
            try {
                if (!completions.submit(completion)) {
                    LOG.warnf(
                            "claim was lost before it was finished: delivery=%s outcome=%s",
                            completion.deliveryId(), completion.outcome());
                }
                return;
            } catch (Overloaded e) {
                if (closing(AGAIN)) {
                    throw e;
                }
            }
        }
    }

    private boolean closing(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until no delivery is under way. @return false if some still are after that time */
    boolean drain(Duration atMost) {
        try {
            boolean idle = permits.tryAcquire(config.concurrency(), atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (idle) {
                permits.release(config.concurrency());
            }
            return idle;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        deliveries.shutdown();
        completions.close();
    }
}
