package rapport.followup.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacerTest {

    @Test
    void aLongQueueDrainsAtThePaceAndNotInABurst() {
        var pacer = new Pacer(60);
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        int sent = 0;
        for (int second = 0; second < 600; second++) {
            int allowed = pacer.available(now.plusSeconds(second));
            pacer.spend(allowed);
            sent += allowed;
        }

        assertThat(sent).isBetween(600, 610);
    }
}
