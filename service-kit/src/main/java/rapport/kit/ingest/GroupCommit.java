package rapport.kit.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import rapport.kit.sql.SqlBlame;

/**
 * Lets many callers share one commit. Items that are submitted while the flushers are busy are collected, and written together as
 * soon as one of them is free: a single caller waits for nothing, a thousand callers wait for a few commits.
 *
 * <p>Callers who shared a commit are answered at the same moment, and who has more to say is back a moment later, one after the
 * other. Taking the first one back would give it a commit of its own. So after a shared batch a flusher lets items gather, until
 * there are twice as many or for as long as the batch took: commits grow with the load, at the price of one more commit's time.
 *
 * <pre>{@code
 * var ingest = new GroupCommit<Reading, Outcome>("readings", 4_096, 3, 500, readings -> store.insertAll(readings));
 * Outcome outcome = ingest.submit(reading);        // returns after the commit that holds the reading
 * }</pre>
 *
 * <p>The writer opens and commits one transaction for the list it is given, and returns one outcome per item, in the same order. It
 * is called by several threads at once: it has to lock rows in a common order. It may be called again with the same items after
 * it threw, so it must not commit a part.
 *
 * <p>A failure that is about data is narrowed down by halves until only the item at fault gets it. A deadlock is tried again. A
 * database that cannot be reached gives {@link Overloaded} to everybody in the batch; as always after a lost connection, the
 * commit may have happened nevertheless, so items need a key of their own that makes sending them again harmless.
 */
public final class GroupCommit<I, O> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(5);

    private final String name;
    private final int maxBatch;
    private final Function<List<I>, List<O>> writeAll;
    private final WaitingRoom<I, O> waiting;
    private final List<Thread> flushers = new ArrayList<>();
    private final DistributionSummary batchSize;
    private final Timer writeTime;
    private final Counter refused;
    private final Gauge queued;

    /** Items that wait for longer than 10 s to be begun are given up. */
    public GroupCommit(String name, int capacity, int flushers, int maxBatch, Function<List<I>, List<O>> writeAll) {
        this(name, capacity, flushers, maxBatch, PATIENCE, writeAll);
    }

    /**
     * @param name tags the metrics and names the threads
     * @param capacity how many items may wait; more are refused at once
     * @param flushers how many batches are written at the same time; each needs a connection. More than the disk can
     *     overlap only makes the batches smaller
     * @param maxBatch the most items of one commit
     * @param patience how long an item may wait before its writing begins; then it is given up, surely not written
     */
    public GroupCommit(
            String name,
            int capacity,
            int flushers,
            int maxBatch,
            Duration patience,
            Function<List<I>, List<O>> writeAll) {
        this.name = name;
        this.maxBatch = maxBatch;
        this.writeAll = writeAll;
        this.waiting = new WaitingRoom<>(capacity, patience);
        this.batchSize = DistributionSummary.builder("kit.ingest.batch")
                .tag("name", name)
                .register(Metrics.globalRegistry);
        this.writeTime = Timer.builder("kit.ingest.write").tag("name", name).register(Metrics.globalRegistry);
        this.refused = Counter.builder("kit.ingest.refused").tag("name", name).register(Metrics.globalRegistry);
        this.queued = Gauge.builder("kit.ingest.queue", waiting, WaitingRoom::size)
                .tag("name", name)
                .register(Metrics.globalRegistry);
        for (int i = 0; i < flushers; i++) {
            this.flushers.add(
                    Thread.ofPlatform().daemon().name(name + "-flusher-" + i).start(this::flush));
        }
        Thread.ofVirtual().name(name + "-deadlines").start(waiting::expireUntilClosed);
    }

    /**
     * Returns the item's outcome once it is committed. Blocks, so not for event loops.
     *
     * @throws Overloaded when too many are waiting, the database cannot be reached, or this is closed
     */
    public O submit(I item) throws Overloaded {
        try {
            return enter(item).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw e;
            }
        }
    }

    /**
     * The same without blocking. The stage is completed by a flusher thread, which has other batches to write: whatever takes
     * time has to go elsewhere ({@code thenApplyAsync}, {@code emitOn}).
     */
    public CompletionStage<O> offer(I item) {
        try {
            return enter(item);
        } catch (Overloaded e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** How many items wait at this moment. */
    public int waiting() {
        return waiting.size();
    }

    /** Refuses new items, writes those that wait, and returns when all have their outcome. */
    @Override
    public void close() {
        waiting.close();
        for (Thread flusher : flushers) {
            try {
                flusher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        Metrics.globalRegistry.remove(queued);
    }

    private Waiting<I, O> enter(I item) {
        try {
            return waiting.enter(item);
        } catch (Overloaded e) {
            refused.increment();
            throw e;
        }
    }

    private void flush() {
        for (var batch = waiting.take(maxBatch); !batch.isEmpty(); batch = waiting.take(maxBatch)) {
            batchSize.record(batch.size());
            long begun = System.nanoTime();
            write(batch, 1);
            if (batch.size() > 1) {
                waiting.gather(Math.min(2 * batch.size(), maxBatch), gathering(System.nanoTime() - begun));
            }
        }
    }

    private static Duration gathering(long nanos) {
        Duration took = Duration.ofNanos(nanos);
        return took.compareTo(LONGEST_GATHERING) < 0 ? took : LONGEST_GATHERING;
    }

    private void write(List<Waiting<I, O>> batch, int attempt) {
        long begun = System.nanoTime();
        List<O> outcomes;
        try {
            outcomes = writeAll.apply(Waiting.items(batch));
            if (outcomes.size() != batch.size()) {
                throw new WrongOutcomes(batch.size(), outcomes.size());
            }
        } catch (WrongOutcomes e) {
            batch.forEach(item -> item.completeExceptionally(e));
            return;
        } catch (Throwable e) {
            failed(batch, attempt, e);
            return;
        }
        writeTime.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        for (int i = 0; i < outcomes.size(); i++) {
            batch.get(i).complete(outcomes.get(i));
        }
    }

    private void failed(List<Waiting<I, O>> batch, int attempt, Throwable failure) {
        SqlBlame blame = SqlBlame.of(failure);
        if (blame == SqlBlame.CONFLICT && attempt < ATTEMPTS) {
            write(batch, attempt + 1);
        } else if (blame != SqlBlame.DATA) {
            LOG.warnf(
                    "batch not written, callers are told to come again: name=%s items=%d state=%s failure=%s",
                    name,
                    batch.size(),
                    SqlBlame.state(failure),
                    failure.getClass().getName());
            var unavailable = new Overloaded("The request could not be stored at the moment.");
            batch.forEach(item -> item.completeExceptionally(unavailable));
        } else if (batch.size() == 1) {
            batch.getFirst().completeExceptionally(failure);
        } else {
            int half = batch.size() / 2;
            write(batch.subList(0, half), 1);
            write(batch.subList(half, batch.size()), 1);
        }
    }

    /** A writer that does not keep to its contract; nobody can tell whose outcome is whose. */
    private static final class WrongOutcomes extends IllegalStateException {
        WrongOutcomes(int items, int outcomes) {
            super("the writer returned " + outcomes + " outcomes for " + items + " items");
        }
    }
}
