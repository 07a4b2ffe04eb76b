package rapport.events.privacy;

import java.time.Instant;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Fact;

/**
 * What services tell each other when a person has their data erased. An answer has a key of its own, so that it does not take the
 * place of the request when the topic is compacted.
 */
sealed interface ErasureMessage {
    String TOPIC = "rapport.erasure.v1";
    String SERVICE = "events-service";
    String REQUESTED = "erasure.requested.v1";

    /** Everything that the service held is gone. */
    record ErasureCompleted(UUID erasureId, UUID personId, String service, Instant completedAt)
            implements ErasureMessage {}

    static Fact fact(ErasureMessage message) {
        return switch (message) {
            case ErasureCompleted completed ->
                new Fact(TOPIC, Ids.derived(completed.erasureId(), SERVICE), 1, "erasure.completed.v1", completed);
        };
    }
}
