package rapport.kit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final WaitingRoom<Integer, String> room = new WaitingRoom<>(100, FOR_EVER);

    @Test
    void gatheringEndsAsSoonAsEnoughAreThere() {
        var gathering = CompletableFuture.runAsync(() -> room.gather(3, FOR_EVER));
        room.enter(1);
        room.enter(2);
        room.enter(3);

        gathering.join();
        assertThat(Waiting.items(room.take(10))).containsExactly(1, 2, 3);
    }

    @Test
    void gatheringEndsAtOnceWhenEnoughHadCome() {
        room.enter(1);
        room.enter(2);

        room.gather(2, FOR_EVER);
        assertThat(room.size()).isEqualTo(2);
    }

    @Test
    void gatheringEndsWithItsTimeThoughNobodyCame() {
        room.gather(3, Duration.ofMillis(1));
        assertThat(room.size()).isZero();
    }

    @Test
    void gatheringEndsWhenTheRoomIsClosed() {
        var gathering = CompletableFuture.runAsync(() -> room.gather(3, FOR_EVER));
        room.enter(1);
        room.close();

        gathering.join();
        assertThat(Waiting.items(room.take(10))).containsExactly(1);
    }
}
