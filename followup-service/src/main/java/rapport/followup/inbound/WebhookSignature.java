package rapport.followup.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks the signature of a Standard Webhook: {@code v1,base64(hmac-sha256(secret, id.timestamp.body))}. */
@ApplicationScoped
class WebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final Optional<byte[]> secret;
    private final Clock clock;

    WebhookSignature(InboundConfig config, Clock clock) {
        this.secret = config.webhookSecret().map(text -> Base64.getDecoder()
                .decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text));
        this.clock = clock;
    }

    /**
     * @param signatures one or more with blanks between, while a secret is being changed
     * @throws NotSigned when none fits; what exactly is wrong is not said
     */
    void require(String id, String timestamp, String signatures, byte[] body) {
        if (secret.isEmpty() || id == null || signatures == null || !isRecent(timestamp)) {
            throw new NotSigned();
        }
        byte[] expected = sign(id, timestamp, body).getBytes(StandardCharsets.US_ASCII);
        for (String each : signatures.split(" ")) {
            if (MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.UTF_8))) {
                return;
            }
        }
        throw new NotSigned();
    }

    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.orElseThrow(), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private boolean isRecent(String timestamp) {
        try {
            Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                    .abs();
            return age.compareTo(TOLERANCE) <= 0;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
