package rapport.contacts.scan;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scan as it was taken in. */
record ScanView(
        @Schema(required = true) UUID scanId,
        @Schema(required = true) UUID eventId,

        @Schema(required = true, description = "Where it was stored; an alias redirects to where that has moved.")
        UUID contactId,

        @Schema(required = true, description = "What was answered.")
        Outcome outcome,

        @Schema(required = true, description = "What the device's clock said.")
        Instant scannedAt,

        @Schema(required = true, description = "The time that counts.")
        Instant effectiveAt,

        @Schema(required = true) Instant receivedAt,
        @Schema(required = true) boolean clockCorrected,
        @Schema(required = true) String deviceId,
        @Schema(required = true) long deviceSequence) {}
