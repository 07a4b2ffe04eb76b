package rapport.kit.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final ConcurrentLinkedQueue<List<Integer>> written = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private GroupCommit<Integer, String> commits;

    @AfterEach
    void close() {
        gate.countDown();
        commits.close();
    }

    @Test
    void aSingleItemIsWrittenAtOnceAndAnswered() {
        commits = groupCommit(10, 1, 5, this::write);

        assertThat(commits.submit(7)).isEqualTo("written 7");
        assertThat(written).containsExactly(List.of(7));
    }

    @Test
    void whatArrivesWhileTheFlusherIsBusyIsWrittenTogether() {
        commits = groupCommit(100, 1, 50, this::writeBehindGate);
        var first = offer(0);
        await().until(() -> commits.waiting() == 0);
        var others = offerAll(1, 10);
        gate.countDown();

        assertThat(first.join()).isEqualTo("written 0");
        assertThat(others.stream().map(CompletableFuture::join))
                .startsWith("written 1", "written 2")
                .hasSize(10);
        assertThat(written).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    @Test
    void onlyThePoisonedItemFails() {
        commits = groupCommit(100, 1, 50, batch -> {
            awaitGate();
            if (batch.contains(13)) {
                throw new IllegalArgumentException("13");
            }
            return write(batch);
        });
        offer(0);
        await().until(() -> commits.waiting() == 0);
        var items = offerAll(10, 20);
        gate.countDown();

        assertThatThrownBy(() -> items.get(3).join()).hasRootCauseInstanceOf(IllegalArgumentException.class);
        items.remove(3);
        assertThat(items.stream().map(CompletableFuture::join))
                .hasSize(10)
                .allMatch(text -> text.startsWith("written"));
        assertThat(written.stream().flatMap(List::stream))
                .doesNotContain(13)
                .doesNotHaveDuplicates()
                .hasSize(11);
    }

    @Test
    void submitThrowsTheItemsOwnException() {
        var failure = new IllegalArgumentException("mine");
        commits = groupCommit(10, 1, 5, batch -> {
            throw failure;
        });

        assertThatThrownBy(() -> commits.submit(1)).isSameAs(failure);
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        commits = groupCommit(3, 1, 1, this::writeBehindGate);
        offer(0);
        await().until(() -> commits.waiting() == 0);
        offerAll(1, 3);

        assertThatThrownBy(() -> commits.submit(4)).isInstanceOfSatisfying(Overloaded.class, refusal -> {
            assertThat(refusal.kind().status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1));
        });
        assertThat(commits.offer(5)).isCompletedExceptionally();
    }

    @Test
    void aDeadlockIsTriedAgain() {
        var attempts = new AtomicInteger();
        commits = groupCommit(10, 1, 5, batch -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("deadlock", "40P01"));
            }
            return write(batch);
        });

        assertThat(commits.submit(1)).isEqualTo("written 1");
    }

    @Test
    void aDatabaseThatIsAwayIsAskedOnceAndEverybodyIsToldToComeAgain() {
        var calls = new AtomicInteger();
        commits = groupCommit(100, 1, 50, batch -> {
            awaitGate();
            calls.incrementAndGet();
            throw new IllegalStateException(new SQLException("gone", "08006"));
        });
        var first = offer(0);
        await().until(() -> commits.waiting() == 0);
        var others = offerAll(1, 10);
        gate.countDown();

        assertThatThrownBy(first::join).hasCauseInstanceOf(Overloaded.class);
        assertThat(others).allSatisfy(other -> assertThatThrownBy(other::join).hasCauseInstanceOf(Overloaded.class));
        assertThat(calls).hasValue(2);
    }

    @Test
    void whatWaitsForTooLongIsGivenUpUnwrittenEvenIfTheFlusherHangs() {
        commits = new GroupCommit<>("test", 10, 1, 1, Duration.ofMillis(1), this::writeBehindGate);
        offer(0);
        await().until(() -> commits.waiting() == 0);
        var late = offer(1);

        assertThatThrownBy(late::join).hasCauseInstanceOf(Overloaded.class);
        gate.countDown();
        commits.close();
        assertThat(written).doesNotContain(List.of(1));
    }

    @Test
    void closingWritesWhatWaitsAndRefusesWhatComes() {
        commits = groupCommit(100, 2, 3, this::writeBehindGate);
        var items = offerAll(0, 20);
        var closing = Thread.startVirtualThread(() -> commits.close());
        await().until(() -> commits.offer(99).toCompletableFuture().isCompletedExceptionally());
        gate.countDown();
        await().until(() -> !closing.isAlive());

        assertThat(items).allMatch(item -> item.isDone() && !item.isCompletedExceptionally());
    }

    @Test
    void aWriterThatMiscountsFailsItsBatchOnly() {
        commits = groupCommit(10, 1, 5, batch -> batch.contains(1) ? List.of() : write(batch));

        assertThatThrownBy(() -> commits.submit(1)).isInstanceOf(IllegalStateException.class);
        assertThat(commits.submit(2)).isEqualTo("written 2");
    }

    @Test
    void manyCallersGetTheirOwnOutcome() throws Exception {
        commits = groupCommit(10_000, 3, 100, this::write);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 5_000; i++) {
                int item = i;
                outcomes.add(callers.submit(() -> commits.submit(item).equals("written " + item)));
            }
            for (Future<Boolean> outcome : outcomes) {
                assertThat(outcome.get()).isTrue();
            }
        }
        assertThat(written.stream().flatMap(List::stream)).hasSize(5_000).doesNotHaveDuplicates();
    }

    private GroupCommit<Integer, String> groupCommit(
            int capacity, int flushers, int maxBatch, Function<List<Integer>, List<String>> writer) {
        return new GroupCommit<>("test", capacity, flushers, maxBatch, writer);
    }

    private CompletableFuture<String> offer(int item) {
        return commits.offer(item).toCompletableFuture();
    }

    private List<CompletableFuture<String>> offerAll(int first, int last) {
        var offered = new ArrayList<CompletableFuture<String>>();
        for (int item = first; item <= last; item++) {
            offered.add(offer(item));
        }
        return offered;
    }

    private List<String> write(List<Integer> batch) {
        written.add(List.copyOf(batch));
        return batch.stream().map(item -> "written " + item).toList();
    }

    private List<String> writeBehindGate(List<Integer> batch) {
        awaitGate();
        return write(batch);
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
