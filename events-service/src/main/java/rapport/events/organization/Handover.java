package rapport.events.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"subject\": \"11111111-1111-4111-8111-000000000003\"}")
record Handover(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "Who becomes the owner: an OWNER in the staff of one of the organization's events.")
        String subject) {}
