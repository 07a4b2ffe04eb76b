package rapport.events.manualpresence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an entry is wrong. */
@Schema(examples = "{\"reason\": \"it was the other Maya\"}")
record Withdrawal(@NotBlank @Size(max = 500) String reason) {}
