package rapport.events.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One badge, read at one door. */
@SessionIfScoped
@Schema(examples = """
                {"scanId": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01", "token": "RB1-7M3N0Q5T8V2W4X6Y9Z1A3B5C7DE9FGHJKMNPQR",
                 "type": "ENTRY", "scope": "SESSION", "sessionId": "0199a4f2-3100-7d10-8a00-00000000005e",
                 "scannedAt": "2026-11-20T11:42:07.125+01:00", "deviceId": "gate-festsaal-1",
                 "sentAt": "2026-11-20T11:42:08.001+01:00"}""")
record CheckInItem(
        @NotNull
        @Schema(description = "UUIDv7 made by the device. The same check-in is sent with the same id, however often.")
        UUID scanId,

        @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[A-Za-z0-9-]*", message = "is not a badge")
        @Schema(description = "The text of the badge's code.")
        String token,

        @NotNull CheckInType type,
        @NotNull Scope scope,

        @Schema(nullable = true, description = "Required for the scope SESSION, not allowed for EVENT.")
        UUID sessionId,

        @NotNull @Schema(description = "The device's clock at the door. Kept, corrected if it is wrong, never refused.")
        Instant scannedAt,

        @NotBlank @Size(max = 100) @Schema(description = "Which gate. Counts are shown by it.")
        String deviceId,

        @Schema(nullable = true, description = "The device's clock when this request was sent; shows how wrong it is.")
        Instant sentAt)
        implements SessionIfScoped.Door {

    /** 64 bits of the content, to tell a check-in that is sent again from another one under the same id. */
    long fingerprint() {
        String text = String.join("\n", token, type.name(), String.valueOf(sessionId), scannedAt.toString(), deviceId);
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }
}
