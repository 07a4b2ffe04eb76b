package rapport.followup.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How well one's own follow-ups are received. There is no number of contacts in it and nobody else's figures: it is no
 * ranking.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Quality")
record QualityView(List<ByPurpose> purposes, Promises promises, List<ByOutcome> outcomes) {

    /** A rate of less than five messages says nothing, so it is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QualityByPurpose")
    record ByPurpose(
            String purpose,

            @Schema(description = "Sent within a year, and answered or long enough ago to be.")
            int settled,

            int replied,

            @Schema(nullable = true, description = "Between 0 and 1.")
            Double replyRate) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QualityPromises")
    record Promises(
            int kept,
            int broken,
            int open,
            int overdue,

            @Schema(nullable = true, description = "Kept of those that were kept or not, between 0 and 1.")
            Double keptRate) {}

    @Schema(name = "QualityByOutcome")
    record ByOutcome(OutcomeKind kind, int count) {}
}
