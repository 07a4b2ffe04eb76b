package rapport.contacts.scan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.merge.Intent;

/** One badge, read by one owner's device. */
record ScanItem(
        @NotNull
        @Schema(
                description = "UUIDv7 made by the device. The same scan is sent with the same id, however often.",
                examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID scanId,

        @NotNull @Schema(examples = "0199a4f0-6b00-7c10-8a00-000000000e01")
        UUID eventId,

        @NotBlank
        @Size(max = 128)
        @Pattern(regexp = "[A-Za-z0-9-]*", message = "is not a badge")
        @Schema(description = "The text of the badge's code.", examples = "RB1-7M3N0Q5T8V2W4X6Y9Z1A3B5C7DE9FGHJKM")
        String badgeToken,

        @NotNull
        @Schema(
                description = "The device's clock at the scan. Kept, corrected if it is wrong, never refused.",
                examples = "2026-11-20T11:42:07.125+01:00")
        Instant scannedAt,

        @NotBlank @Size(max = 100) @Schema(examples = "pixel-9-maya")
        String deviceId,

        @PositiveOrZero
        @Schema(
                nullable = true,
                description = "Counts the device's scans; decides between scans of one moment.",
                examples = "17")
        Long deviceSequence,

        @Valid @Schema(nullable = true) ScanContext context,

        @Size(max = 10_000)
        @Schema(
                nullable = true,
                description = "Added to the contact's notes. No patient data, please.",
                examples = "Asked about the registry.")
        String note,

        @Size(max = 50) @Schema(nullable = true, examples = "[\"sepsis\"]")
        List<@NotNull @Size(max = 50) String> tags,

        @Size(max = 50) @Schema(nullable = true, examples = "[]")
        List<@NotNull @Size(max = 50) String> removedTags,

        @Schema(nullable = true) Intent intent,

        @Min(1) @Max(5) @Schema(nullable = true, examples = "4")
        Integer rating,

        @Size(max = 20)
        @Schema(nullable = true, description = "What the owner promised.", examples = "[\"send the slides\"]")
        List<@NotNull @Size(max = 500) String> commitments,

        @Schema(
                nullable = true,
                description = "The device's clock when this request was sent; shows how wrong it is.",
                examples = "2026-11-20T11:42:08.001+01:00")
        Instant sentAt) {

    ScanItem {
        tags = copyOf(tags);
        removedTags = copyOf(removedTags);
        commitments = copyOf(commitments);
    }

    // Not List.copyOf: a null inside is the validator's to report.
    private static List<String> copyOf(List<String> list) {
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }

    ScanContext where() {
        return context == null ? ScanContext.NONE : context;
    }

    /** 64 bits of the content, to tell a scan that is sent again from another one under the same id. */
    long fingerprint() {
        ScanContext at = where();
        var text = new StringBuilder(256);
        for (Object part : new Object[] {
            eventId,
            badgeToken,
            scannedAt,
            deviceId,
            deviceSequence,
            at.sessionId(),
            at.place(),
            at.topic(),
            note,
            intent,
            rating
        }) {
            text.append(part).append('\n');
        }
        text.append(tags).append('\n').append(removedTags).append('\n').append(commitments);
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }
}
