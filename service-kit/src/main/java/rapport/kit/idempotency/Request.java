package rapport.kit.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A request that carries a key.
 *
 * @param owner the subject of the caller: keys of different people never meet
 * @param path the decoded path, without query
 * @param contentHash SHA-256 of the canonical content
 */
record Request(String owner, String method, String path, String key, byte[] contentHash) {

    /** The number of the advisory lock. Two requests that share it by accident only wait for each other. */
    long lock() {
        String scope = String.join("\n", owner, method, path, key);
        return ByteBuffer.wrap(sha256(scope.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
