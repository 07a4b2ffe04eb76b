package rapport.followup.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as its owner wants it. */
@Schema(name = "NewTemplate")
record NewTemplate(
        @NotBlank @Size(max = 100) String name,

        @NotEmpty @Size(max = 4) @Valid @Schema(description = "One per language.")
        List<@NotNull LocalText> texts) {}
