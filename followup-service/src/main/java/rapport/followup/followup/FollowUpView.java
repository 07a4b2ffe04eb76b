package rapport.followup.followup;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.planning.Schedule;
import rapport.followup.preparation.Missing;
import rapport.followup.preparation.Preparation;
import rapport.followup.preparation.Purpose;

/** A follow-up as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FollowUp")
record FollowUpView(
        UUID id,
        long version,
        UUID contactId,
        @Schema(nullable = true) UUID eventId,
        @Schema(nullable = true) UUID sessionId,
        @Schema(nullable = true) UUID encounterId,
        Purpose purpose,
        @Schema(nullable = true) String playbook,
        Channel channel,
        FollowUpState state,

        @Schema(
                nullable = true,
                description = "A code that says why it is in this state.",
                examples = "budget-exhausted")
        String reason,

        Preparation preparation,

        @Schema(description = "The words of the current step.")
        Words message,

        @Schema(description = "The schedule of the current step.")
        When schedule,

        List<StepView> steps,

        @Schema(nullable = true, description = "When it is due in the recipient's working hours, once that is known.")
        Instant dueAt,

        @Schema(nullable = true, description = "After this it is not sent any more.")
        Instant notAfter,

        @Schema(nullable = true, description = "When the gates are asked next.")
        Instant nextCheckAt,

        @Schema(nullable = true, description = "For a held one: when it may go as far as is known.")
        Instant estimatedSendAt,

        @Schema(nullable = true, description = "Nothing is sent and nobody is reminded until then.")
        Instant snoozedUntil,

        @Schema(nullable = true, description = "Its owner is told when there is no reply by then.")
        Instant noReplyBy,

        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant sentAt,

        @Schema(nullable = true, description = "What keeps it from being approved. Left out in lists.")
        List<Missing> missing,

        Instant createdAt,
        Instant updatedAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FollowUpWords")
    record Words(
            @Schema(nullable = true) String subject,
            @Schema(nullable = true) String body) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FollowUpWhen")
    record When(
            Anchor anchor,
            int offsetDays,
            OffsetUnit offsetUnit,

            @JsonFormat(pattern = "HH:mm") @Schema(nullable = true, implementation = String.class, examples = "09:30")
            LocalTime localTime,

            @Schema(nullable = true) LocalDateTime at) {
        static When of(Schedule schedule) {
            return new When(
                    schedule.anchor(), schedule.offsetDays(), schedule.unit(), schedule.localTime(), schedule.at());
        }
    }

    static FollowUpView of(FollowUp followUp) {
        return of(followUp, null);
    }

    static FollowUpView of(FollowUp followUp, List<Missing> missing) {
        var asked = followUp.asked();
        var progress = followUp.progress();
        return new FollowUpView(
                followUp.id(),
                progress.version(),
                asked.contactId(),
                asked.eventId(),
                asked.sessionId(),
                asked.encounterId(),
                followUp.purpose(),
                followUp.playbook(),
                followUp.channel(),
                progress.state(),
                progress.reason(),
                followUp.preparation(),
                new Words(followUp.step().subject(), followUp.step().body()),
                When.of(followUp.step().schedule()),
                followUp.steps().stream()
                        .map(step -> StepView.of(followUp, step))
                        .toList(),
                progress.dueAt(),
                progress.notAfter(),
                progress.sendAt(),
                progress.estimateAt(),
                followUp.snoozedUntil(),
                followUp.noReplyBy(),
                progress.approvedAt(),
                progress.sentAt(),
                missing,
                followUp.createdAt(),
                progress.updatedAt());
    }
}
