package rapport.events.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;

/** What became of one check-in. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(examples = """
                {"scanId": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01", "outcome": "RECORDED",
                 "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2", "clockCorrected": false}""")
record CheckInAnswer(
        @Schema(nullable = true, description = "Absent when the item was too malformed to have one.")
        UUID scanId,

        @Schema(required = true) Outcome outcome,

        @Schema(nullable = true, description = "Who it is; absent while nobody knows the badge.")
        UUID registrationId,

        @Schema(nullable = true, description = "Of a rejected item. One and the same for every badge not accepted.")
        String code,

        @Schema(
                required = true,
                description = "The device's clock was wrong; the check-in counts at the corrected time.")
        boolean clockCorrected,

        @Schema(nullable = true, description = "Why, for the staff at the gate.")
        List<Fault> errors) {

    static CheckInAnswer stored(CheckIn checkIn, Outcome outcome, UUID registrationId) {
        return new CheckInAnswer(
                checkIn.scanId(), outcome, registrationId, null, checkIn.clock().corrected(), null);
    }

    static CheckInAnswer refused(CheckIn checkIn, Refusal refusal) {
        return new CheckInAnswer(
                checkIn.scanId(),
                Outcome.REJECTED,
                null,
                refusal.code(),
                checkIn.clock().corrected(),
                List.of(refusal.why()));
    }

    static CheckInAnswer refused(UUID scanId, Refusal refusal) {
        return new CheckInAnswer(scanId, Outcome.REJECTED, null, refusal.code(), false, List.of(refusal.why()));
    }

    static CheckInAnswer malformed(UUID scanId, List<Fault> faults) {
        return new CheckInAnswer(scanId, Outcome.REJECTED, null, Refusal.MALFORMED.code(), false, faults);
    }

    /** The same answer to a check-in that came alone. */
    DomainException asProblem() {
        return Refusal.ofReason(errors.getFirst().code()).asProblem();
    }

    /** Whether somebody who tries out tokens would get this. */
    boolean isAMiss() {
        return outcome == Outcome.PENDING_UNKNOWN
                || errors != null && errors.equals(List.of(Refusal.NOT_OF_THIS_EVENT.why()));
    }
}
