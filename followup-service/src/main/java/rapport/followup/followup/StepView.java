package rapport.followup.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Step")
record StepView(
        UUID id,
        Step.Kind kind,
        Turn turn,
        FollowUpView.Words message,
        FollowUpView.When schedule,

        @Schema(nullable = true, description = "The template that its words were made from, in that version.")
        MadeFrom madeFrom,

        @Schema(nullable = true, description = "When its owner approved these words. Without it the step is not sent.")
        Instant approvedAt,

        @Schema(nullable = true) Instant sentAt) {

    /** Where the step stands among the others. */
    enum Turn {
        SENT,
        /** The state of the follow-up is the state of this step. */
        CURRENT,
        LATER
    }

    /** A version of a template is never changed, so this says what the words were before anybody edited them. */
    @Schema(name = "MadeFrom")
    record MadeFrom(String template, long version, String locale) {
        static MadeFrom of(Step step) {
            return step.template() == null
                    ? null
                    : new MadeFrom(step.template(), step.templateVersion(), step.templateLocale());
        }
    }

    static StepView of(FollowUp followUp, Step step) {
        int current = followUp.step().position();
        Turn turn = step.position() < current ? Turn.SENT : step.position() == current ? Turn.CURRENT : Turn.LATER;
        return new StepView(
                step.id(),
                step.kind(),
                turn,
                new FollowUpView.Words(step.subject(), step.body()),
                FollowUpView.When.of(step.schedule()),
                MadeFrom.of(step),
                step.approvedAt(),
                turn == Turn.CURRENT ? followUp.progress().currentSentAt() : step.sentAt());
    }
}
