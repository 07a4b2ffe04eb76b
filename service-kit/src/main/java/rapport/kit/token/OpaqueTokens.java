package rapport.kit.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bearer tokens for paper and QR codes: a prefix, 26 characters that carry 128 bits, 8 characters that show that they are
 * ours. The 128 bits are HMAC-SHA-256 of a random seed, so the text can be produced again from the seed with the key, while a
 * database that holds only seeds and {@linkplain #hash hashes} gives nobody a token. The alphabet is Crockford's base 32:
 * upper and lower case mean the same, and so do O and 0, I, L and 1.
 */
public final class OpaqueTokens {
    private static final int SEED_BYTES = 16;
    private static final int BODY_CHARS = 26;
    private static final int CHECK_BYTES = 5;
    private static final int CHECK_CHARS = 8;

    private final String prefix;
    private final Mac issuing;
    private final Mac checking;

    /**
     * @param key at least 16 secret bytes, the same wherever tokens are issued or checked
     * @param prefix what tokens begin with, upper case letters, digits and {@code -}, for example {@code "RB1-"}; a prefix has its
     *     own check, so a token does not pass under another one
     */
    public OpaqueTokens(byte[] key, String prefix) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the key must have at least 16 bytes");
        }
        this.prefix = prefix.toUpperCase(Locale.ROOT);
        this.issuing = mac(key, "issue");
        this.checking = mac(key, "check");
    }

    /** The token of a seed of 16 random bytes; always the same for the same seed. */
    public String issue(byte[] seed16) {
        if (seed16.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 16 bytes");
        }
        String body = Base32.encode(Arrays.copyOf(hmac(issuing, seed16), SEED_BYTES));
        return prefix + body + check(body);
    }

    /**
     * Whether the text was issued with this key and prefix. Answered without any look-up, so that garbage costs nothing; it
     * does not say that the token is still valid. False for null.
     */
    public boolean genuine(String token) {
        if (token == null || token.length() != prefix.length() + BODY_CHARS + CHECK_CHARS) {
            return false;
        }
        if (!token.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return false;
        }
        String rest = Base32.canonical(token.substring(prefix.length()));
        if (rest == null) {
            return false;
        }
        String body = rest.substring(0, BODY_CHARS);
        return MessageDigest.isEqual(bytes(check(body)), bytes(rest.substring(BODY_CHARS)));
    }

    /**
     * SHA-256 of the token in its one canonical spelling, 32 bytes: what databases and messages hold. Spellings that mean the
     * same token give the same hash. Any other text has a hash, too; it is that of no token.
     */
    public static byte[] hash(String token) {
        return sha256(bytes(Base32.folded(token)));
    }

    private String check(String body) {
        return Base32.encode(Arrays.copyOf(hmac(checking, bytes(body)), CHECK_BYTES));
    }

    /** One that has read the key and the purpose already, to be cloned: finding and keying one costs more than using it. */
    private Mac mac(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(bytes(purpose + '\n' + prefix + '\n'));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] hmac(Mac prepared, byte[] input) {
        try {
            return ((Mac) prepared.clone()).doFinal(input);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HmacSHA256 can be cloned", e);
        }
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
