package rapport.contacts.contactmerge;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The contact that goes into another one. */
record MergeRequest(
        @NotNull
        @Schema(
                description = "The contact that becomes a part of the one in the path.",
                examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d02")
        UUID contactId) {}
