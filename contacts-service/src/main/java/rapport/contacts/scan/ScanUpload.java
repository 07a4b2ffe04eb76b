package rapport.contacts.scan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.json.Part;

/** What a phone has gathered while it was offline. */
record ScanUpload(
        @Schema(
                nullable = true,
                description = "The device's clock when this request was sent; shows how wrong it is.",
                examples = "2026-11-20T11:42:08.001+01:00")
        Instant sentAt,

        @NotNull
        @Size(min = 1, max = 500)
        @Schema(
                description =
                        "Each item stands for itself: a malformed one is answered as REJECTED and the others are stored.",
                implementation = ScanItem[].class)
        List<Part<ScanItem>> items) {

    ScanUpload {
        items = items == null ? null : Collections.unmodifiableList(items);
    }
}
