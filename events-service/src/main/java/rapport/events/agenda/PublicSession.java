package rapport.events.agenda;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as everybody may see it. */
public record PublicSession(
        UUID id,
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
        List<Resource> resources,
        List<Part> speakers,
        @Schema(hidden = true) @JsonIgnore boolean removed,
        @Schema(hidden = true) @JsonIgnore PublicEvent.Edition edition) {

    @Schema(name = "PublicSessionResource")
    public record Resource(
            String kind, @Schema(nullable = true) String title, String url) {}

    @Schema(name = "PublicSessionSpeaker")
    public record Part(UUID speakerId, String displayName, String role) {}
}
