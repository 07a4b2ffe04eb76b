package rapport.kit.inbound;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.json.Json;

/**
 * A message as it came from a topic, its CloudEvents attributes checked, its body not yet.
 *
 * @param key the aggregate's id; always the text of a UUID
 * @param id the message's own id, the same whenever it is delivered again
 * @param version the aggregate's version that the body describes, at least 1
 * @param trace the W3C traceparent, or null
 */
public record Inbound(
        String topic,
        String key,
        UUID id,
        String type,
        long version,
        Instant time,
        byte[] body,
        int partition,
        long offset,
        String trace) {

    /** The key as what it is. */
    public UUID aggregateId() {
        return UUID.fromString(key);
    }

    /**
     * The body as a record of what the consumer uses; everything else in it is ignored.
     *
     * @throws Unreadable when it is not that; left to pass through, it parks the message
     */
    public <T> T read(Class<T> type) {
        try {
            T read = Json.lenient().readValue(body, type);
            if (read == null) {
                throw new Unreadable("body is null");
            }
            return read;
        } catch (IOException e) {
            throw Unreadable.of(e);
        }
    }

    /**
     * Checks that the key is the id that the body tells.
     *
     * @throws Unreadable when it is another one, or null
     */
    public void requireKey(UUID id) {
        if (id == null || !id.equals(aggregateId())) {
            throw new Unreadable("key is not the id in the body");
        }
    }

    @Override
    public String toString() {
        return "Inbound[" + topic + "-" + partition + "@" + offset + " " + type + " id=" + id + "]";
    }
}
