package rapport.followup.questiondigest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question to a speaker. */
@Schema(name = "NewQuestion")
record NewQuestion(
        @NotNull UUID speakerId,

        @Schema(description = "The session it is about; left out: the speaker's work in general.")
        UUID sessionId,

        @NotBlank @Size(max = 500) String text) {}
