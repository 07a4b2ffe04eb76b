package rapport.contacts.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A speaker whom the caller heard and has not kept as a contact. What is shown is public; there is no address. */
@Schema(name = "SpeakerSuggestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionView(
        @Schema(required = true, examples = "0199a4f2-3000-7e10-8a00-0000000000d1")
        UUID speakerId,

        @Schema(nullable = true, examples = "Dr. Inés López")
        String displayName,

        @Schema(nullable = true) String credentials,
        @Schema(nullable = true) String affiliation,

        @Schema(required = true, description = "The latest of their sessions that the caller attended.")
        UUID sessionId,

        @Schema(nullable = true, examples = "Atrial fibrillation in athletes")
        String sessionTitle,

        @Schema(required = true) String why) {

    static SuggestionView of(Tuple row) {
        String name = row.get("display_name", String.class);
        return new SuggestionView(
                row.get("speaker_id", UUID.class),
                name,
                row.get("credentials", String.class),
                row.get("affiliation", String.class),
                row.get("session_id", UUID.class),
                row.get("title", String.class),
                name == null ? "You attended a session of this speaker." : "You attended a session of " + name + ".");
    }
}
