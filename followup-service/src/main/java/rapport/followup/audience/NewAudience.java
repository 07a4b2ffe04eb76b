package rapport.followup.audience;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of one's own contacts to begin a follow-up with. */
@Schema(name = "NewAudience")
record NewAudience(
        @NotNull UUID eventId,

        @Schema(nullable = true, description = "Counts minutes in this session only.")
        UUID sessionId,

        @Min(1)
        @Max(100_000)
        @Schema(nullable = true, description = "Those who were there for at least so many minutes.")
        Integer minMinutes,

        @Schema(nullable = true, description = "Those whose registration is confirmed; false unless given.")
        Boolean confirmed,

        @NotNull @Size(max = 40) @Schema(examples = "keep-in-touch")
        String playbook,

        @Schema(
                nullable = true,
                description = "The language of the words, en unless given.",
                enumeration = {"en", "de", "fr", "es"})
        String locale,

        @Valid Thoughts preparation) {

    /** What is the same for all; what is said to each is to be made personal before it is approved. */
    @Schema(name = "AudiencePreparation")
    record Thoughts(
            @Size(max = 1000) String goal,
            @Size(max = 1000) String context,
            @Size(max = 1000) String question,
            @Size(max = 1000) String offer) {}
}
