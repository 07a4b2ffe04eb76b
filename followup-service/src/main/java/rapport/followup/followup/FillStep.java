package rapport.followup.followup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From what a step is to be written. */
@Schema(name = "FillStep")
record FillStep(
        @NotBlank
        @Size(max = 60)
        @Schema(description = "The key of a built-in template, or the id of one's own.", examples = "thank-speaker")
        String template,

        @Schema(
                nullable = true,
                description = "en unless given.",
                enumeration = {"en", "de", "fr", "es"})
        String locale) {}
