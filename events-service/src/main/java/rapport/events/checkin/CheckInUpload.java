package rapport.events.checkin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.json.Part;

/** What a gate has gathered while it was offline. */
@Schema(examples = """
                {"sentAt": "2026-11-20T11:45:00+01:00", "items": [
                 {"scanId": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01", "token": "RB1-7M3N0Q5T8V2W4X6Y9Z1A3B5C7DE9FGHJKMNPQR",
                  "type": "ENTRY", "scope": "EVENT", "scannedAt": "2026-11-20T11:42:07.125+01:00", "deviceId": "gate-north-1"}]}""")
record CheckInUpload(
        @Schema(
                nullable = true,
                description = "The device's clock when this request was sent; shows how wrong it is.",
                examples = "2026-11-20T11:45:00+01:00")
        Instant sentAt,

        @NotNull
        @Size(min = 1, max = 500)
        @Schema(
                description =
                        "Each item stands for itself: a malformed one is answered as REJECTED and the others are stored.",
                implementation = CheckInItem[].class)
        List<Part<CheckInItem>> items) {

    CheckInUpload {
        items = items == null ? null : Collections.unmodifiableList(items);
    }
}
