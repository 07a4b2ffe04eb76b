package rapport.events.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"name\": \"Young Cardiologists\", \"slug\": \"young-cardiologists\"}")
record NewOrganization(
        @NotBlank @Size(max = 200) String name,

        @Pattern(regexp = Slug.PATTERN)
        @Size(max = Slug.MAX)
        @Schema(nullable = true, description = "Made of the name when it is not sent.")
        String slug) {}
