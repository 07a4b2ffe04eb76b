package rapport.contacts.mentoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.goal.CareerStage;
import rapport.contacts.goal.Goal;
import rapport.contacts.goal.Wish;

/** A request as the mentor sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReceivedMentoringRequest")
record InboxView(
        @Schema(required = true, examples = "019aa0f9-6111-7d3e-9a52-3f6c0a2bc001")
        UUID id,

        @Schema(required = true, examples = "1") long version,

        @Schema(nullable = true, description = "The mentee's name, if known.")
        String menteeName,

        @Schema(nullable = true, description = "Absent when the mentee has removed it.")
        SoughtView goal,

        @Schema(required = true) String message,
        @Schema(required = true, examples = "OPEN") RequestState state,
        @Schema(required = true) Instant askedAt,
        @Schema(required = true) Instant expiresAt,

        @Schema(required = true, description = "It has waited for long and wants an answer.")
        boolean reminder) {

    /** The goal that a mentee asks for. */
    @Schema(name = "SoughtGoal")
    record SoughtView(
            @Schema(required = true) String statement,
            @Schema(required = true) Wish wish,
            @Schema(required = true) List<String> topics,
            @Schema(required = true) List<String> languages,
            @Schema(required = true) CareerStage careerStage) {
        static SoughtView of(Goal goal) {
            return new SoughtView(goal.statement(), goal.wish(), goal.topics(), goal.languages(), goal.careerStage());
        }
    }
}
