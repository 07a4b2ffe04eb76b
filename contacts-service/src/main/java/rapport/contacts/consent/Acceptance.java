package rapport.contacts.consent;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With which of the own cards a request is answered. */
record Acceptance(
        @NotNull @Schema(examples = "019aa0f6-3e11-7d3e-9a52-3f6c0a2b9f21")
        UUID cardId) {}
