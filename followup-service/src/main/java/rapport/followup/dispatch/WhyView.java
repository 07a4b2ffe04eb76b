package rapport.followup.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.decision.Gate;
import rapport.followup.decision.GateResult;
import rapport.followup.decision.Verdict;

/** Where a follow-up is, and every decision that was made about it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Why")
record WhyView(
        String state,
        @Schema(nullable = true) String reason,

        @Schema(
                nullable = true,
                description = "When the gates are asked next; left out when they are not asked any more.")
        Instant nextCheckAt,

        @Schema(nullable = true, description = "When it may go as far as is known.")
        Instant estimatedSendAt,

        @Schema(description = "The latest first.") List<DecisionView> decisions) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GateDecision")
    record DecisionView(
            Instant decidedAt,
            Verdict verdict,
            @Schema(nullable = true) String reason,
            @Schema(nullable = true) Instant nextCheckAt,
            @Schema(nullable = true) Instant estimatedSendAt,

            @Schema(description = "Every gate, in the order in which they are asked.")
            List<GateView> gates) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GateAnswer")
    record GateView(
            Gate gate,
            Verdict verdict,
            @Schema(nullable = true) String reason,
            @Schema(nullable = true) Instant until) {
        static GateView of(GateResult result) {
            return new GateView(result.gate(), result.verdict(), result.reason(), result.until());
        }
    }
}
