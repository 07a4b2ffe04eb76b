package rapport.followup.testing;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import rapport.kit.testing.Door;

/** Posts mail to the service as a provider does: a Standard Webhook, signed by its own code. */
public final class SignedMail {

    /** The secret in the tests' configuration. */
    private static final String SECRET = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private SignedMail() {}

    public static HttpResponse<String> post(Door door, byte[] mail) {
        String time = Long.toString(Instant.now().getEpochSecond());
        return door.with("webhook-id", "msg_1")
                .with("webhook-timestamp", time)
                .with("webhook-signature", "v1," + signature("msg_1." + time + ".", mail))
                .send("POST", "/inbound/mail", BodyPublishers.ofByteArray(mail), "message/rfc822");
    }

    private static String signature(String head, byte[] mail) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(mail));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
