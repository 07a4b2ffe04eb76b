package rapport.followup.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text of a template in one language. */
@Schema(name = "TemplateText")
record LocalText(
        @NotNull TemplateLocale locale,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line")
        String subject,

        @NotBlank @Size(max = 10_000) String body) {}
