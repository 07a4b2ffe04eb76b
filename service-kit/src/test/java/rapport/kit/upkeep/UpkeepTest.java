package rapport.kit.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.kit.lifecycle.ShutdownState;

class UpkeepTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    private Upkeep upkeep;

    @AfterEach
    void stop() throws InterruptedException {
        upkeep.stop(null);
    }

    @Test
    void doesAChoreAgainWithoutAPauseAsLongAsThereIsSomethingLeft() {
        var left = new AtomicInteger(100);
        var leftAtItsTurn = new AtomicInteger(-1);
        upkeep = new Upkeep(
                List.of(() -> left.get() == 0 ? 0 : left.getAndDecrement(), () -> {
                    leftAtItsTurn.compareAndSet(-1, left.get());
                    return 0;
                }),
                new ShutdownState(),
                PAUSE);

        upkeep.start(null);

        await().until(() -> leftAtItsTurn.get() >= 0);
        assertThat(leftAtItsTurn).hasValue(0);
    }

    @Test
    void aChoreThatFailsIsTriedAgainAndKeepsNoOtherFromItsTurn() {
        var failed = new AtomicInteger();
        var done = new AtomicInteger();
        upkeep = new Upkeep(
                List.of(
                        () -> {
                            failed.incrementAndGet();
                            throw new IllegalStateException("the database is away");
                        },
                        () -> {
                            done.incrementAndGet();
                            return 0;
                        }),
                new ShutdownState(),
                PAUSE);

        upkeep.start(null);

        await().until(() -> failed.get() > 2 && done.get() > 2);
    }

    @Test
    void nothingIsBegunAfterTheStop() throws InterruptedException {
        var done = new AtomicInteger();
        upkeep = new Upkeep(List.of(() -> done.incrementAndGet() * 0), new ShutdownState(), PAUSE);
        upkeep.start(null);
        await().until(() -> done.get() > 0);

        upkeep.stop(null);

        int atTheStop = done.get();
        await().during(Duration.ofMillis(20)).until(() -> done.get() == atTheStop);
    }
}
