package rapport.events.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a check-in is wrong. */
@Schema(examples = "{\"reason\": \"the badge of somebody else was read\"}")
record Invalidation(@NotBlank @Size(max = 500) String reason) {}
