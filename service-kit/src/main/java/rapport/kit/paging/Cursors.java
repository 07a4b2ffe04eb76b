package rapport.kit.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.kit.problem.Invalid;

/**
 * Opaque positions in lists. A cursor is signed (HMAC-SHA-256, 96 bits) together with its scope, so that a made-up cursor or
 * one of another list is refused instead of being interpreted. It is signed, not encrypted: put no secrets into it.
 */
@ApplicationScoped
public class Cursors {
    private static final int SIGNATURE_BYTES = 12;
    private static final int MAX_LENGTH = 2048;

    private final SecretKeySpec key;

    /** @param key any secret text, the same on all replicas */
    public Cursors(@ConfigProperty(name = "kit.cursor-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * The cursor for a position.
     *
     * @param scope the list it belongs to; include what the caller may not change between pages, for example the owner and
     *     the filters
     * @param parts the sort values of the last row shown, written with {@code toString}; null is kept
     */
    public String encode(String scope, Object... parts) {
        var text = new StringBuilder();
        for (Object part : parts) {
            if (part != null) {
                text.append('=').append(escaped(part.toString()));
            }
            text.append('\n');
        }
        byte[] payload = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] signature = signature(scope, payload);
        byte[] all = Arrays.copyOf(signature, SIGNATURE_BYTES + payload.length);
        System.arraycopy(payload, 0, all, SIGNATURE_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * The parts that {@link #encode} was given for the same scope.
     *
     * @throws Invalid with pointer {@code query:cursor} when the cursor was changed, made up, or made for another scope
     */
    public List<String> decode(String scope, String cursor) {
        return decode(scope, cursor, "query:cursor");
    }

    /** As {@link #decode(String, String)} for a value that stands at {@code pointer}. */
    public List<String> decode(String scope, String cursor, String pointer) {
        byte[] all = bytes(cursor, pointer);
        byte[] payload = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(all, SIGNATURE_BYTES), signature(scope, payload))) {
            throw foreign(pointer);
        }
        var parts = new ArrayList<String>();
        for (String line : new String(payload, StandardCharsets.UTF_8).split("\n", -1)) {
            parts.add(line.isEmpty() ? null : unescaped(line.substring(1)));
        }
        parts.removeLast();
        return parts;
    }

    private static byte[] bytes(String cursor, String pointer) {
        if (cursor == null || cursor.length() > MAX_LENGTH) {
            throw foreign(pointer);
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            // The decoder ignores surplus bits and padding: two texts must not be the same cursor.
            boolean canonical =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(cursor);
            if (all.length < SIGNATURE_BYTES || !canonical) {
                throw foreign(pointer);
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw foreign(pointer);
        }
    }

    private byte[] signature(String scope, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(escaped(scope).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '\n');
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
                c = line.charAt(i) == 'n' ? '\n' : '\\';
            }
            text.append(c);
        }
        return text.toString();
    }

    private static Invalid foreign(String pointer) {
        return Invalid.of(pointer, "invalid-cursor", "This is not a value that this list gave out.");
    }
}
