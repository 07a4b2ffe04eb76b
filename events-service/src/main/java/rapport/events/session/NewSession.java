package rapport.events.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.LanguageTag;
import rapport.kit.time.PlausibleYear;

@Schema(examples = """
                {"title": "Atrial fibrillation in athletes", "track": "Rhythm", "room": "Festsaal",
                 "startsAt": "2026-11-20T10:30:00", "endsAt": "2026-11-20T11:15:00", "type": "Lecture", "language": "en",
                 "speakers": [{"speakerId": "0199a4f2-3000-7e10-8a00-0000000000d1", "role": "SPEAKER"}]}""")
record NewSession(
        @NotBlank @Size(max = 300) String title,

        @JsonProperty("abstract") @Size(max = 20_000) @Schema(nullable = true)
        String abstractText,

        @Size(max = 120) @Schema(nullable = true) String track,
        @Size(max = 120) @Schema(nullable = true) String room,
        @NotNull @PlausibleYear LocalDateTime startsAt,
        @NotNull @PlausibleYear LocalDateTime endsAt,
        @Size(max = 120) @Schema(nullable = true) String type,

        @LanguageTag @Schema(nullable = true, description = "Language tag (BCP 47), kept in its usual form: pt-BR.")
        String language,

        @Size(max = 50) @Schema(nullable = true) List<@NotBlank @Size(max = 100) String> tags,

        @Size(max = 50) @Schema(nullable = true, description = "Slides, papers, recordings.")
        List<@NotNull @Valid SessionLink> resources,

        @Size(max = 200) @Schema(nullable = true, description = "The organizer's own key; unique within the event.")
        String externalId,

        @Size(max = 50) @Schema(nullable = true) List<@NotNull @Valid SessionSpeaker> speakers) {}
