package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import rapport.stack.demo.Journey;

/** The platform's main job, as `./rapport run` performs it. */
class JourneyTest {
    private final Platform platform = Platform.shared();

    @Test
    void theMainJobIsDoneThroughThePublicDoorsAndDoingItAgainChangesNothing() {
        String first = journey();

        assertThat(first)
                .contains("1007")
                .contains("CREATED")
                .contains("REPLAY")
                .contains("resolved by the registration")
                .contains("delivered to the mailbox")
                .contains("follow-up held");

        int delivered = platform.stack().mailbox().messages().size();
        String second = journey();

        assertThat(second).contains("SKIP").doesNotContain("CREATED");
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
