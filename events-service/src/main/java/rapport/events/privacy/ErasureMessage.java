package rapport.events.privacy;

import java.time.Instant;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What services tell each other when a person has their data erased. The key is the erasure's id. */
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
                new Fact(TOPIC, completed.erasureId(), 1, "erasure.completed.v1", completed);
        };
    }
}
