package rapport.events.scannerpack;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Base64.Encoder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs packs with Ed25519. The key pair follows from the platform's token key, so every replica has the same and there is no
 * other secret to keep; the way back, from the public key or from a pack, does not exist.
 */
@ApplicationScoped
class PackSigner {
    private static final Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;

    private final byte[] tokenKey;
    private final KeyPair keys;
    private final PackKey publicKey;

    /** @param key base64; whoever holds it can print valid badges and sign packs */
    PackSigner(@ConfigProperty(name = "rapport.token-key") String key) {
        this.tokenKey = Base64.getDecoder().decode(key);
        this.keys = derived(secret("scanner-pack key"));
        String x = BASE64URL.encodeToString(encoded((EdECPublicKey) keys.getPublic()));
        this.publicKey = PackKey.of(thumbprint(x), x);
    }

    PackKey publicKey() {
        return publicKey;
    }

    /** A compact JSON Web Signature (RFC 7515) over the payload. */
    String signed(byte[] payload) {
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"rapport-scanner-pack+jws\",\"kid\":\"" + publicKey.kid() + "\"}";
        String content = BASE64URL.encodeToString(bytes(header)) + '.' + BASE64URL.encodeToString(payload);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(bytes(content));
            return content + '.' + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** 32 bytes that only the holder of the token key can name, always the same for a purpose. */
    byte[] secret(String purpose) {
        return hmac(tokenKey, bytes(purpose));
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The platform makes a key pair of 32 random bytes; here they are not random. */
    private static KeyPair derived(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, KEY_BYTES);
                }
            });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** RFC 8032, 5.1.2: y in 32 bytes, the lowest first, the highest bit being the sign of x. */
    private static byte[] encoded(EdECPublicKey key) {
        BigInteger y = key.getPoint().getY();
        byte[] big = y.toByteArray();
        byte[] little = new byte[KEY_BYTES];
        for (int i = 0; i < Math.min(big.length, KEY_BYTES); i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            little[KEY_BYTES - 1] |= (byte) 0x80;
        }
        return little;
    }

    /** RFC 7638: the digest of the required members in their order. */
    private static String thumbprint(String x) {
        try {
            byte[] members = bytes("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}");
            return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(members));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
