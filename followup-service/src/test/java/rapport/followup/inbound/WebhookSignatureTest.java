package rapport.followup.inbound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_674_087_231);
    private static final byte[] BODY = "mail".getBytes(StandardCharsets.UTF_8);
    private static final String TIME = "1674087231";

    private final WebhookSignature signature = of(Optional.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"));

    @Test
    void theExampleOfTheStandardIsAccepted() {
        byte[] body = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}".getBytes(StandardCharsets.UTF_8);

        String made = signature.sign("msg_loFOjxBNrRLzqYUf", TIME, body);

        assertThatCode(() -> signature.require("msg_loFOjxBNrRLzqYUf", TIME, "v1,AAAA " + made, body))
                .doesNotThrowAnyException();
    }

    @Test
    void everyPartIsSigned() {
        String made = signature.sign("a", TIME, BODY);

        assertThatThrownBy(() -> signature.require("b", TIME, made, BODY)).isInstanceOf(NotSigned.class);
        assertThatThrownBy(() -> signature.require("a", "1674087232", made, BODY))
                .isInstanceOf(NotSigned.class);
        assertThatThrownBy(() -> signature.require("a", TIME, made, new byte[0]))
                .isInstanceOf(NotSigned.class);
        assertThatThrownBy(() -> signature.require("a", TIME, null, BODY)).isInstanceOf(NotSigned.class);
        assertThatThrownBy(() -> signature.require("a", null, made, BODY)).isInstanceOf(NotSigned.class);
    }

    @Test
    void whatIsOldOrFromTheFutureIsNoLongerAccepted() {
        for (Duration off : new Duration[] {Duration.ofMinutes(-6), Duration.ofMinutes(6), Duration.ofDays(20_000)}) {
            String time = Long.toString(NOW.plus(off).getEpochSecond());
            String made = signature.sign("a", time, BODY);
            assertThatThrownBy(() -> signature.require("a", time, made, BODY)).isInstanceOf(NotSigned.class);
        }
        assertThatThrownBy(() -> signature.require("a", "soon", signature.sign("a", "soon", BODY), BODY))
                .isInstanceOf(NotSigned.class);
    }

    @Test
    void withoutASecretNothingIsAccepted() {
        assertThatThrownBy(() -> of(Optional.empty()).require("a", TIME, "v1,", BODY))
                .isInstanceOf(NotSigned.class);
    }

    private static WebhookSignature of(Optional<String> secret) {
        return new WebhookSignature(new InboundSettings(secret), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
