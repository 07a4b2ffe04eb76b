package rapport.contacts.contactmerge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two contacts that were made one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The contact that holds both.")
        UUID contactId,

        @Schema(required = true, description = "The one that went into it; its id leads there.")
        UUID mergedContactId,

        @Schema(required = true) Instant mergedAt,

        @Schema(required = true, description = "Until then it can be undone.")
        Instant undoUntil,

        @Schema(nullable = true) Instant undoneAt,

        @Schema(
                required = true,
                description = "How many things went along, by what they are.",
                examples = "{\"note\": 3}")
        Map<String, Integer> moved) {}
