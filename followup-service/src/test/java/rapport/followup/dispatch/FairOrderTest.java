package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.followup.dispatch.FairOrder.Waiting;

class FairOrderTest {

    private static final UUID LOPEZ = new UUID(0, 1);

    @Test
    void eachSenderHasOneTurnBeforeAnybodyHasTwo() {
        var waiting = List.of(
                message("maya", 1), message("maya", 2), message("maya", 3), message("ben", 9), message("chen", 5));

        assertThat(FairOrder.of(waiting)).containsExactly(0, 4, 3, 1, 2);
    }

    private static Waiting message(String sender, int approvedMinute) {
        return new Waiting(new UUID(1, approvedMinute), LOPEZ, sender, Instant.EPOCH.plusSeconds(60L * approvedMinute));
    }
}
