package rapport.contacts.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.problem.Fault;

/** What became of one scan. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ScanAnswer(
        @Schema(nullable = true, description = "Absent when the item was too malformed to have one.")
        UUID scanId,

        @Schema(required = true) Outcome outcome,

        @Schema(nullable = true, description = "Where it was stored.")
        UUID contactId,

        @Schema(nullable = true, examples = "badge-not-accepted")
        String code,

        @Schema(nullable = true, examples = "This badge is not accepted.")
        String detail,

        @Schema(required = true, description = "The device's clock was wrong; the scan counts at the corrected time.")
        boolean clockCorrected,

        @Schema(nullable = true) List<Fault> errors) {

    static ScanAnswer stored(Scan scan, Outcome outcome, UUID contactId) {
        return new ScanAnswer(scan.id(), outcome, contactId, null, null, scan.clockCorrected(), null);
    }

    static ScanAnswer refused(Scan scan, Refusal refusal) {
        return new ScanAnswer(
                scan.id(), refusal.outcome(), null, refusal.code(), refusal.detail(), scan.clockCorrected(), null);
    }

    static ScanAnswer refused(UUID scanId, Refusal refusal) {
        return new ScanAnswer(scanId, refusal.outcome(), null, refusal.code(), refusal.detail(), false, null);
    }

    static ScanAnswer malformed(UUID scanId, List<Fault> faults) {
        Refusal refusal = Refusal.MALFORMED;
        return new ScanAnswer(scanId, refusal.outcome(), null, refusal.code(), refusal.detail(), false, faults);
    }
}
