package rapport.kit.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.kafka.MessageHeaders;
import rapport.kit.problem.DomainException;

/** A parked message as operators see it: where it came from and what was wrong, without its body, which may be about a person. */
@Schema(name = "ParkedMessage")
record ParkedMessage(
        UUID id,
        String topic,
        int partition,
        long offset,

        @Schema(nullable = true, description = "The key, its first 64 characters.")
        String key,

        @Schema(nullable = true, description = "The message type, its first 64 characters.")
        String type,

        int bodyBytes,
        String reason,
        int attempts,
        Instant parkedAt,

        @Schema(nullable = true, description = "When it was applied after all, null until then.")
        Instant replayedAt) {

    static ParkedMessage of(Parked parked) {
        RawMessage raw = parked.raw();
        String type = raw.header(MessageHeaders.TYPE);
        return new ParkedMessage(
                parked.id(),
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.key() == null ? null : DomainException.excerpt(new String(raw.key(), UTF_8)),
                type == null ? null : DomainException.excerpt(type),
                raw.body() == null ? 0 : raw.body().length,
                parked.reason(),
                parked.attempts(),
                parked.parkedAt(),
                parked.replayedAt());
    }
}
