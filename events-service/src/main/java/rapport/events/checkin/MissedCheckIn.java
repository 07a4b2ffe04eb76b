package rapport.events.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.time.PlausibleYear;

/** An entry or exit that no gate has read. */
@SessionIfScoped
@Schema(examples = """
                {"registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2", "type": "EXIT", "scope": "SESSION",
                 "sessionId": "0199a4f2-3100-7d10-8a00-00000000005e", "at": "2026-11-20T12:10:00+01:00",
                 "reason": "left by the stage door"}""")
record MissedCheckIn(
        @NotNull UUID registrationId,
        @NotNull CheckInType type,
        @NotNull Scope scope,

        @Schema(nullable = true, description = "Required for the scope SESSION, not allowed for EVENT.")
        UUID sessionId,

        @NotNull @PlausibleYear @Schema(description = "When it happened; not in the future.")
        Instant at,

        @NotBlank @Size(max = 500) String reason)
        implements SessionIfScoped.Door {}
