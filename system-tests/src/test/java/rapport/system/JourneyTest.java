package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Journey;

/** The platform's main job, as `./rapport run` performs it. */
@ExtendWith(PlatformOfTheRun.class)
class JourneyTest {
    private final Platform platform;

    JourneyTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void theMainJobIsDoneThroughThePublicDoorsAndDoingItAgainChangesNothing() {
        String first = journey();

        assertThat(first)
                .contains("create 1007")
                .contains("create 300")
                // Whether a badge was known at once or a moment later depends on the speed of the machine.
                .contains("600 sent, {RECORDED=300, REPLAY=300}")
                .contains("40 found, 1 for the organizer to decide")
                .contains("380, acknowledged")
                .contains("REPLAY=180")
                .contains("PENDING at first, resolved by its registration")
                // 150 people met and one at the door, of whom every tenth wants to be asked first.
                .contains("151 {ACTIVE=136, NEEDS_CONSENT=15}")
                .contains("delivered to the mailbox")
                .contains("to Dr. Meyer: quiet-hours");

        int delivered = platform.stack().mailbox().messages().size();
        String second = journey();

        assertThat(second)
                .contains("skip 1007")
                .contains("skip 300")
                .contains("0 issued, 301 issued before")
                .contains("600 sent, {REPLAY=600}")
                .contains("decide, nothing new")
                .contains("40 rows exported")
                .contains("REPLAY=380")
                // And the two speakers who were thanked in the end.
                .contains("153 {ACTIVE=138, NEEDS_CONSENT=15}")
                .doesNotContain("create ");
        assertThat(platform.stack().mailbox().messages()).hasSize(delivered);
    }

    private String journey() {
        var printed = new ByteArrayOutputStream();
        boolean done = new Journey(platform.stack(), new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(done).as(text).isTrue();
        return text;
    }
}
