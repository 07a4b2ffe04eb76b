package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.system.faults.DeliveryFaults;

/** Once at every crash point; {@code ./rapport faults delivery} does it twenty times with twenty thousand messages. */
@ExtendWith(PlatformOfTheRun.class)
class DeliveryFaultsSystemTest {
    private final Platform platform;

    DeliveryFaultsSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void whereverAReplicaDiesNobodyGetsAMessageTwiceAndNoMessageIsLost() throws Exception {
        var outcome =
                new DeliveryFaults(platform.stack(), new PrintStream(OutputStream.nullOutputStream())).run(240, 1);

        assertThat(outcome.deaths().values()).hasSize(7).containsOnly(1);
        assertThat(outcome.doubles()).isZero();
        assertThat(outcome.sentWithoutMail()).isZero();
        outcome.requireNoDoubleAndNoLoss();
    }
}
