package rapport.kit.testing;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import rapport.stack.parts.Parts;

/** Tokens that no service may accept, each by its name. */
public final class BadTokens {

    private BadTokens() {}

    /** All of them, built from a token that is good. */
    public static Map<String, String> all() {
        long now = Instant.now().getEpochSecond();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("garbage", "garbage");
        bad.put("expired", Tokens.with("maya", Map.of("iat", now - 7200, "exp", now - 3600)));
        bad.put("not yet valid", Tokens.with("maya", Map.of("nbf", now + 3600)));
        bad.put("another audience", Tokens.with("maya", Map.of("aud", "another-api")));
        bad.put("another issuer", Tokens.with("maya", Map.of("iss", "http://127.0.0.1/another")));
        bad.put("another key", Tokens.ofAnotherKey("maya"));
        bad.put("alg none", Tokens.unsigned("maya"));
        bad.put("HS256 with the public key", hmacWithPublicKey());
        bad.put("foreign kid", reheaded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"another\"}"));
        bad.put("jku", reheaded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jku\":\"http://127.0.0.1:1/keys\"}"));
        bad.put("changed claims", changedClaims());
        bad.put("id token", Tokens.with("maya", Map.of("nonce", "n-1", "at_hash", "x")));
        return bad;
    }

    private static String reheaded(String header) {
        String[] parts = Tokens.of("maya").split("\\.");
        return Tokens.encoded(header) + '.' + parts[1] + '.' + parts[2];
    }

    private static String changedClaims() {
        String[] maya = Tokens.of("maya").split("\\.");
        return maya[0] + '.' + Tokens.of("ada").split("\\.")[1] + '.' + maya[2];
    }

    /** The classic confusion: the public key, which everybody knows, used as the secret of a symmetric signature. */
    private static String hmacWithPublicKey() {
        try {
            String good = Tokens.of("maya");
            String header = new String(Base64.getUrlDecoder().decode(good.split("\\.")[0]), StandardCharsets.UTF_8);
            String signed = Tokens.encoded(header.replace("RS256", "HS256")) + '.' + good.split("\\.")[1];
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pem().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return signed + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem() throws Exception {
        String discovery = get(Parts.shared().issuer() + "/.well-known/openid-configuration");
        String keys = get(member(discovery, "jwks_uri"));
        var spec = new RSAPublicKeySpec(number(member(keys, "n")), number(member(keys, "e")));
        byte[] key = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String get(String uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static String member(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1).replace("\\/", "/");
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
