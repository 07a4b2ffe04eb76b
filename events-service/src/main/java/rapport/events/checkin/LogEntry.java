package rapport.events.checkin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"scanId": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01", "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2",
                 "type": "ENTRY", "scope": "EVENT", "sessionId": null, "at": "2026-11-20T10:42:07.125Z",
                 "scannedAt": "2026-11-20T10:42:07.125Z", "receivedAt": "2026-11-20T10:42:08.301Z", "clockCorrected": false,
                 "deviceId": "gate-north-1", "actor": "11111111-1111-4111-8111-000000000003", "reason": null, "voided": null}""")
record LogEntry(
        @Schema(required = true, description = "The device's id of it, or one made for a correction.")
        UUID scanId,

        @Schema(required = true, nullable = true, description = "Who it was; null while nobody knows the badge.")
        UUID registrationId,

        @Schema(required = true) CheckInType type,
        @Schema(required = true) Scope scope,
        @Schema(required = true, nullable = true) UUID sessionId,

        @Schema(required = true, description = "The time that counts.")
        Instant at,

        @Schema(required = true, description = "What the device's clock said.")
        Instant scannedAt,

        @Schema(required = true) Instant receivedAt,

        @Schema(required = true, description = "The device's clock was wrong.")
        boolean clockCorrected,

        @Schema(required = true, nullable = true, description = "Which gate; null for a correction.")
        String deviceId,

        @Schema(required = true, description = "The subject of the member of staff.")
        String actor,

        @Schema(required = true, nullable = true, description = "Why it was added by hand; null when a gate read it.")
        String reason,

        @Schema(required = true, nullable = true, description = "Set when it was found wrong and does not count.")
        Voided voided) {

    /** @param actor the subject of the member of staff who said so */
    @Schema(requiredProperties = {"actor", "reason", "at"})
    record Voided(String actor, String reason, Instant at) {}
}
