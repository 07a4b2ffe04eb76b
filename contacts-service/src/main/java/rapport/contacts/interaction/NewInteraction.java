package rapport.contacts.interaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.id.Ids;
import rapport.kit.json.Json;
import rapport.kit.time.PlausibleYear;

/** Something that happened between the owner and a contact. */
record NewInteraction(
        @Schema(
                nullable = true,
                description = "UUIDv7 made by the device: the same interaction is sent with the same id, however often."
                        + " Left out, the service makes one.",
                examples = "019aa0f4-1c11-7d3e-9a52-3f6c0a2b9d77")
        UUID interactionId,

        @NotNull @Schema(examples = "CALL") InteractionKind kind,

        @Schema(nullable = true, description = "Left out: the usual one of the kind.", examples = "MUTUAL")
        Direction direction,

        @NotNull
        @PlausibleYear
        @Schema(
                description = "When it happened. May be long ago, but not in the future.",
                examples = "2026-11-22T17:05:00+01:00")
        Instant occurredAt,

        @Size(max = 10_000)
        @Schema(nullable = true, description = "No patient data, please.", examples = "Talked about the registry.")
        String note) {

    Direction givenDirection() {
        return direction == null ? kind.usualDirection() : direction;
    }

    /** What this says, in short: two requests under one id are the same one if this is the same. */
    UUID content(UUID id) {
        return Ids.derived(id, Json.canonical(this));
    }
}
