package rapport.events.scannerpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

/** A gate that knows nothing but the documented format. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class ScannerPackTest extends FrontDoor {

    @Test
    void aGateTellsBadgesApartWithoutANetwork() throws Exception {
        String event = event();
        List<String> tokens = badges(event, "Amara Diallo", "Noor van Dijk", "Tomás Rojas");
        var badges = all(as("olga"), "/events/" + event + "/badges?tokens=true");
        ok(200, as("olga").send("POST", "/badges/" + id(badges.get(0)) + "/revocation", "", null));
        String cancelled = badges.get(1).path("registrationId").asText();
        ok(
                200,
                as("olga")
                        .send("POST", "/events/" + event + "/registrations/" + cancelled + "/cancellation", "", null));

        String jws = as("olga").get("/events/" + event + "/scanner-pack").body();
        JsonNode pack = verified(jws);

        assertThat(list(pack, "revoked")).containsExactly(lookup(tokens.get(0), pack));
        assertThat(list(pack, "notConfirmed")).containsExactly(lookup(tokens.get(1), pack));
        assertThat(list(pack, "active")).containsExactly(lookup(tokens.get(2).toLowerCase(), pack));
        assertThat(Duration.between(
                        Instant.parse(pack.path("issuedAt").asText()),
                        Instant.parse(pack.path("expiresAt").asText())))
                .isEqualTo(Duration.ofHours(24));
        assertThat(pack.toString())
                .doesNotContain("Amara", "Noor", "Tom", "example", tokens.get(2))
                .doesNotContain(cancelled);
    }

    @Test
    void aForgedPackIsFound() throws Exception {
        String event = event();
        badges(event, "Amara Diallo");
        String[] parts =
                as("olga").get("/events/" + event + "/scanner-pack").body().split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"active\":[", "\"active\":[\"AAAAAAAAAAAAAA\",");

        assertThat(signatureHolds(parts[0], parts[1], parts[2])).isTrue();
        assertThat(signatureHolds(
                        parts[0],
                        Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)),
                        parts[2]))
                .isFalse();
    }

    @Test
    void anUnchangedPackIsNotSentAgainAndAChangeGivesAnotherSalt() throws Exception {
        String event = event();
        badges(event, "Amara Diallo");
        var first = as("olga").get("/events/" + event + "/scanner-pack");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(as("olga")
                        .with("If-None-Match", etag)
                        .get("/events/" + event + "/scanner-pack")
                        .statusCode())
                .isEqualTo(304);
        badges(event, "Noor van Dijk");
        var second = as("olga").with("If-None-Match", etag).get("/events/" + event + "/scanner-pack");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(verified(second.body()).path("salt"))
                .isNotEqualTo(verified(first.body()).path("salt"));
        assertThat(list(verified(second.body()), "active"))
                .doesNotContainAnyElementsOf(list(verified(first.body()), "active"));
    }

    private JsonNode verified(String jws) throws Exception {
        String[] parts = jws.split("\\.");
        assertThat(signatureHolds(parts[0], parts[1], parts[2])).isTrue();
        return json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }

    private boolean signatureHolds(String header, String payload, String signature) throws Exception {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key());
        check.update((header + '.' + payload).getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getUrlDecoder().decode(signature));
    }

    private PublicKey key() throws Exception {
        byte[] little = Base64.getUrlDecoder()
                .decode(ok(200, asNobody().get("/scanner-pack-key")).path("x").asText());
        boolean odd = (little[31] & 0x80) != 0;
        little[31] &= 0x7F;
        byte[] big = new byte[32];
        for (int i = 0; i < 32; i++) {
            big[i] = little[31 - i];
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
    }

    private static String lookup(String token, JsonNode pack) throws Exception {
        String spelled = token.toUpperCase().replace('O', '0').replace('I', '1').replace('L', '1');
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(spelled.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getUrlDecoder().decode(pack.path("salt").asText()), "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(hash), 10));
    }

    private static List<String> list(JsonNode pack, String name) {
        var list = new ArrayList<String>();
        pack.path(name).forEach(one -> list.add(one.asText()));
        return list;
    }

    private List<String> badges(String event, String... names) {
        for (String name : names) {
            ok(201, as("olga").post("/events/" + event + "/registrations", """
                    {"displayName": "%s", "email": "g%s@x.example"}""".formatted(name, UUID.randomUUID())));
        }
        ok(200, as("olga").send("POST", "/events/" + event + "/badges", "", null));
        var tokens = new ArrayList<String>();
        all(as("olga"), "/events/" + event + "/badges?tokens=true")
                .forEach(badge -> tokens.add(badge.path("token").asText()));
        return tokens;
    }
}
