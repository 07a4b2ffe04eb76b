package rapport.contacts.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another contact, which is another person. */
record NotADuplicate(
        @NotNull @Schema(description = "The other contact.", examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d02")
        UUID contactId) {}
