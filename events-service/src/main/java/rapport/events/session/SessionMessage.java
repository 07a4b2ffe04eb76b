package rapport.events.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn about sessions. */
sealed interface SessionMessage {
    String TOPIC = "rapport.session.v1";

    record Part(UUID speakerId, UUID personId, String role, int position) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionChanged(
            UUID sessionId,
            long version,
            UUID eventId,
            String title,
            String track,
            String room,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String zone,
            Instant startInstant,
            Instant endInstant,
            String status,
            List<Part> speakers)
            implements SessionMessage {}

    record SessionDeleted(UUID id, long version) implements SessionMessage {}

    static Fact fact(SessionMessage message) {
        return switch (message) {
            case SessionChanged changed ->
                new Fact(TOPIC, changed.sessionId(), changed.version(), "session.changed.v1", changed);
            case SessionDeleted deleted ->
                new Fact(TOPIC, deleted.id(), deleted.version(), "session.deleted.v1", deleted);
        };
    }
}
