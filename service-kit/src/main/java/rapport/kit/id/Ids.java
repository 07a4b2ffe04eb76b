package rapport.kit.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers (RFC 9562). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Object LOCK = new Object();

    /** Milliseconds (48 bits) and a 12-bit counter of the last id; ids never go back even when the clock does. */
    private static long last;

    private Ids() {}

    /**
     * A new UUIDv7: ordered by time, larger than every one this process made before, with 62 random bits. The 12 bits after
     * the milliseconds are a counter (RFC 9562, 6.2, method 1).
     */
    public static UUID next() {
        long stamp;
        synchronized (LOCK) {
            long now = System.currentTimeMillis() << 12;
            // A fresh millisecond starts at a random count below 2^11, so ids of one process are not consecutive.
            last = last < now ? now | (RANDOM.nextInt() & 0x7FF) : last + 1;
            stamp = last;
        }
        long high = (stamp >>> 12) << 16 | 0x7000 | (stamp & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Whether the text is a UUID in its one spelling of RFC 9562; Java's own reader takes {@code 1-1-1-1-1} as well. */
    public static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /**
     * The UUIDv5 of a name in a namespace: the same for the same arguments, everywhere and for ever. For rows that are
     * derived from a cause, so that doing it twice changes nothing.
     */
    public static UUID derived(UUID namespace, String name) {
        byte[] hash = sha1(ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(name.getBytes(StandardCharsets.UTF_8))
                .array());
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000;
        long low = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
