package rapport.events.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"reason\": \"The venue is flooded.\"}")
record Cancellation(@NotBlank @Size(max = 500) String reason) {}
