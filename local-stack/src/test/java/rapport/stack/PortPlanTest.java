package rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import rapport.stack.process.Ports;

class PortPlanTest {
    @Test
    void oneBaseMovesAllPorts() {
        assertThat(PortPlan.from(9000))
                .isEqualTo(new PortPlan(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009));
    }

    @Test
    void aTakenPortIsNamedWithItsUse() throws Exception {
        int taken = Ports.free();
        try (var other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortPlan.from(taken).complaint()).hasValueSatisfying(sentence -> assertThat(sentence)
                    .contains(other.getLocalPort() + " (gateway)")
                    .contains("--port-base"));
        }
    }
}
