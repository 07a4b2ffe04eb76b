package rapport.kit.outbox;

import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened, to be published once the transaction that says so is committed.
 *
 * @param topic a topic that the service declares by a {@link TopicSpec} bean
 * @param key the aggregate's id: facts of one key arrive in the order in which they were committed
 * @param version the aggregate's version after the change, at least 1
 * @param type past tense and versioned, for example {@code "order.changed.v1"}
 * @param body anything that can be written as JSON; a {@code String} is taken to be JSON already
 */
public record Fact(String topic, UUID key, long version, String type, Object body) {
    public Fact {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(body, "body");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
    }
}
