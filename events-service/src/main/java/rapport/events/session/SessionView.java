package rapport.events.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f2-3100-7d10-8a00-00000000005e", "version": 1,
                 "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01", "externalId": null,
                 "title": "Atrial fibrillation in athletes", "abstract": null, "track": "Rhythm", "room": "Festsaal",
                 "startsAt": "2026-11-20T10:30:00", "endsAt": "2026-11-20T11:15:00",
                 "startInstant": "2026-11-20T09:30:00Z", "endInstant": "2026-11-20T10:15:00Z", "type": "Lecture",
                 "language": "en", "tags": [], "resources": [], "status": "ACTIVE",
                 "speakers": [{"speakerId": "0199a4f2-3000-7e10-8a00-0000000000d1", "role": "SPEAKER", "position": 0}],
                 "warnings": [], "updatedAt": "2026-09-01T10:00:00Z"}""")
record SessionView(
        UUID id,
        long version,
        UUID eventId,
        @Schema(nullable = true) String externalId,
        String title,
        @JsonProperty("abstract") @Schema(nullable = true) String abstractText,
        @Schema(nullable = true) String track,
        @Schema(nullable = true) String room,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        Instant startInstant,
        Instant endInstant,
        @Schema(nullable = true) String type,
        @Schema(nullable = true) String language,
        List<String> tags,
        List<SessionLink> resources,
        SessionStatus status,
        List<Part> speakers,

        @Schema(
                description =
                        "Overlaps in the room or of a speaker, and times outside of the event; always empty in lists.")
        List<SessionWarning> warnings,

        Instant updatedAt) {

    record Part(UUID speakerId, SpeakerRole role, int position) {}

    static SessionView of(Session session) {
        return of(session, List.of());
    }

    static SessionView of(Session session, List<SessionWarning> warnings) {
        return new SessionView(
                session.id(),
                session.version(),
                session.eventId(),
                session.externalId(),
                session.title(),
                session.abstractText(),
                session.track(),
                session.room(),
                session.startsAt(),
                session.endsAt(),
                session.startInstant(),
                session.endInstant(),
                session.type(),
                session.language(),
                session.tags(),
                session.resources(),
                session.status(),
                session.speakers().stream()
                        .map(part -> new Part(part.speakerId(), part.role(), part.position()))
                        .toList(),
                warnings,
                session.updatedAt());
    }
}
