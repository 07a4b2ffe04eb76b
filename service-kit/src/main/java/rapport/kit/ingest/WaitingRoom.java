package rapport.kit.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue of which many items are taken at once, and which forgets those that waited too long. Entering and closing share
 * one lock, so that no item can slip in behind the last flusher.
 */
final class WaitingRoom<I, O> {
    private static final long LOOK_MILLIS = 250;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final Condition shut = lock.newCondition();
    private final ArrayDeque<Waiting<I, O>> queue = new ArrayDeque<>();
    private final int capacity;
    private final long patienceNanos;
    private int gatherers;
    private int enough;
    private boolean closed;

    WaitingRoom(int capacity, Duration patience) {
        this.capacity = capacity;
        this.patienceNanos = patience.toNanos();
    }

    Waiting<I, O> enter(I item) {
        var waiting = new Waiting<I, O>(item, System.nanoTime());
        lock.lock();
        try {
            if (closed) {
                throw new Overloaded("The service is being stopped.");
            }
            if (queue.size() >= capacity) {
                throw new Overloaded("Too many requests are waiting.");
            }
            queue.add(waiting);
            filled.signal();
            if (gatherers > 0 && queue.size() >= enough) {
                gathered.signalAll();
            }
        } finally {
            lock.unlock();
        }
        return waiting;
    }

    /** Lets items gather, until that many are here or the time is over. Nobody is woken for a single one. */
    void gather(int atMost, Duration time) {
        lock.lock();
        try {
            enough = gatherers == 0 ? atMost : Math.min(enough, atMost);
            gatherers++;
            long left = time.toNanos();
            while (queue.size() < atMost && !closed && left > 0) {
                left = gathered.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gatherers--;
            lock.unlock();
        }
    }

    /** Waits for items; an empty list means closed and drained. */
    List<Waiting<I, O>> take(int atMost) {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            var batch = new ArrayList<Waiting<I, O>>(Math.min(atMost, queue.size()));
            while (batch.size() < atMost && !queue.isEmpty()) {
                batch.add(queue.poll());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            gathered.signalAll();
            shut.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what waits too long, also when every flusher hangs. Ends with {@link #close()}: then all is written. */
    void expireUntilClosed() {
        while (pause()) {
            var late = new Overloaded("The request waited for too long.");
            expired().forEach(waiting -> waiting.completeExceptionally(late));
        }
    }

    private boolean pause() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
            while (!closed && left > 0) {
                left = shut.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting<I, O>> expired() {
        lock.lock();
        try {
            var late = new ArrayList<Waiting<I, O>>();
            long limit = System.nanoTime() - patienceNanos;
            while (!queue.isEmpty() && queue.peek().since() - limit < 0) {
                late.add(queue.poll());
            }
            return late;
        } finally {
            lock.unlock();
        }
    }
}
