package rapport.events.manualpresence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.time.PlausibleYear;

@Schema(examples = """
                {"registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2", "sessionId": "0199a4f2-3100-7d10-8a00-00000000005e",
                 "joinedAt": "2026-11-20T10:30:00+01:00", "leftAt": "2026-11-20T11:10:00+01:00",
                 "reason": "listened by telephone"}""")
record NewManualPresence(
        @NotNull UUID registrationId,
        @NotNull UUID sessionId,
        @NotNull @PlausibleYear Instant joinedAt,

        @PlausibleYear
        @Schema(
                nullable = true,
                description =
                        "Null when nobody knows: then until the end of the session, and the attendance is assumed.")
        Instant leftAt,

        @NotBlank @Size(max = 500) String reason) {}
