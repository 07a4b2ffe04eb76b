package rapport.followup.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens for links and addresses in messages, which people use without signing in. A token carries an id so that nothing has to
 * be stored for it, but encrypted, so that it tells nothing; and a MAC, so that nobody makes one up. It is bound to its purpose and
 * names the version of its key. The same id and purpose give the same token: what is previewed is what is sent.
 *
 * <p>Digits and lower-case letters only, and case does not matter: mail systems change the case of local parts.
 */
@ApplicationScoped
public class Links {

    private static final int RADIX = 32;
    private static final int BLOCK = 16;
    private static final int TAG = 12;
    private static final int LONGEST = 64;

    private final LinkConfig config;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    public Links(LinkConfig config) {
        this.config = config;
        if (!config.keys().containsKey(config.version())) {
            throw new IllegalStateException("there is no key for links of version " + config.version());
        }
    }

    /** The token that stands for this id. */
    public String token(LinkPurpose purpose, UUID id) {
        return token(config.version(), purpose, id);
    }

    /** The id in a token that was made here, for this purpose, with a key that still counts. */
    public Optional<UUID> open(LinkPurpose purpose, String token) {
        if (token == null || token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = new BigInteger(token, RADIX).toByteArray();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (bytes.length != 1 + BLOCK + TAG || !config.keys().containsKey((int) bytes[0])) {
            return Optional.empty();
        }
        UUID id = id(bytes[0], purpose, Arrays.copyOfRange(bytes, 1, 1 + BLOCK));
        // Made again and compared as a whole: a token has one spelling only.
        byte[] expected = token(bytes[0], purpose, id).getBytes(StandardCharsets.UTF_8);
        byte[] given = token.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) ? Optional.of(id) : Optional.empty();
    }

    private String token(int version, LinkPurpose purpose, UUID id) {
        byte[] sealed = block(version, purpose, Cipher.ENCRYPT_MODE, bytes(id));
        byte[] tag = Arrays.copyOf(hmac(derived(version, purpose, "tag"), sealed), TAG);
        byte[] token = ByteBuffer.allocate(1 + BLOCK + TAG)
                .put((byte) version)
                .put(sealed)
                .put(tag)
                .array();
        return new BigInteger(1, token).toString(RADIX);
    }

    private UUID id(int version, LinkPurpose purpose, byte[] sealed) {
        ByteBuffer plain = ByteBuffer.wrap(block(version, purpose, Cipher.DECRYPT_MODE, sealed));
        return new UUID(plain.getLong(), plain.getLong());
    }

    /** One block is all there is, so the plain block cipher is the right one: a permutation of ids. */
    private byte[] block(int version, LinkPurpose purpose, int mode, byte[] input) {
        try {
            byte[] key = Arrays.copyOf(derived(version, purpose, "cipher"), BLOCK);
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    private byte[] derived(int version, LinkPurpose purpose, String use) {
        String label = "rapport link\n" + version + '\n' + purpose.name() + '\n' + use;
        return derived.computeIfAbsent(label, added -> {
            byte[] secret = config.keys().get(version).getBytes(StandardCharsets.UTF_8);
            return hmac(secret, added.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BLOCK)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
