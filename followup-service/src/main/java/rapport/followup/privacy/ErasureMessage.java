package rapport.followup.privacy;

import java.time.Instant;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Fact;

/** What services tell each other when somebody has their data erased. */
sealed interface ErasureMessage {
    String TOPIC = "rapport.erasure.v1";
    String SERVICE = "followup-service";
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
