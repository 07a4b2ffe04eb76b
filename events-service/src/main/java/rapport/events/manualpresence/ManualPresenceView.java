package rapport.events.manualpresence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f9-1000-7b10-8a00-0000000000e1", "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2",
                 "sessionId": "0199a4f2-3100-7d10-8a00-00000000005e", "joinedAt": "2026-11-20T09:30:00Z",
                 "leftAt": "2026-11-20T10:10:00Z", "actor": "11111111-1111-4111-8111-000000000001",
                 "reason": "listened by telephone", "createdAt": "2026-11-21T08:00:00Z", "withdrawn": null}""")
record ManualPresenceView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID registrationId,
        @Schema(required = true) UUID sessionId,
        @Schema(required = true) Instant joinedAt,
        @Schema(required = true, nullable = true) Instant leftAt,

        @Schema(required = true, description = "The subject of the member of staff.")
        String actor,

        @Schema(required = true) String reason,
        @Schema(required = true) Instant createdAt,

        @Schema(
                required = true,
                nullable = true,
                description = "Set when the entry was found wrong and does not count.")
        Withdrawn withdrawn) {

    /** @param actor the subject of the member of staff who said so */
    @Schema(requiredProperties = {"actor", "reason", "at"})
    record Withdrawn(String actor, String reason, Instant at) {}
}
