package rapport.contacts.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Fact;

/**
 * What services tell each other when somebody has their data erased. The topic keeps the last message of each key for ever: of a
 * request the one without the account, which restored services read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ErasureMessage {
    String TOPIC = "rapport.erasure.v1";
    String REQUESTED = "erasure.requested.v1";
    String COMPLETED = "erasure.completed.v1";

    /**
     * Somebody wants everything about them to be gone.
     *
     * @param subject the account, null once every service has answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErasureRequested(UUID erasureId, UUID personId, String subject, Instant requestedAt)
            implements ErasureMessage {}

    /** The service holds nothing about them any more. */
    record ErasureCompleted(UUID erasureId, UUID personId, ErasingService service, Instant completedAt)
            implements ErasureMessage {}

    static Fact fact(ErasureMessage message) {
        return switch (message) {
            case ErasureRequested requested ->
                new Fact(TOPIC, requested.erasureId(), requested.subject() == null ? 2 : 1, REQUESTED, requested);
            case ErasureCompleted completed ->
                new Fact(
                        TOPIC,
                        Ids.derived(completed.erasureId(), completed.service().key()),
                        1,
                        COMPLETED,
                        completed);
        };
    }
}
