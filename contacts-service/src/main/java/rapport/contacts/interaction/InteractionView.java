package rapport.contacts.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interaction as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Interaction")
record InteractionView(
        @Schema(required = true, examples = "019aa0f4-1c11-7d3e-9a52-3f6c0a2b9d77")
        UUID id,

        @Schema(required = true, description = "Grows with every change; the ETag is made from it.", examples = "1")
        long version,

        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(required = true, examples = "CALL") InteractionKind kind,
        @Schema(required = true, examples = "MUTUAL") Direction direction,

        @Schema(required = true, examples = "2026-11-22T16:05:00Z")
        Instant occurredAt,

        @Schema(nullable = true, examples = "Talked about the registry.")
        String note,

        @Schema(required = true, description = "How the service learned of it; only the owner's own can be changed.")
        Source source) {

    static InteractionView of(Interaction interaction) {
        return new InteractionView(
                interaction.id(),
                interaction.version(),
                interaction.contactId(),
                interaction.kind(),
                interaction.direction(),
                interaction.occurredAt(),
                interaction.note(),
                interaction.source());
    }
}
