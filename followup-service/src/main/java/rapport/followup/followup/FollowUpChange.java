package rapport.followup.followup;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.planning.Schedule;
import rapport.followup.preparation.Preparation;
import rapport.followup.preparation.Purpose;
import rapport.kit.edit.Change;
import rapport.kit.time.PlausibleYear;

/** A merge patch of a follow-up (RFC 7396): members that are left out stay, null clears. */
@Schema(name = "FollowUpChange")
record FollowUpChange(
        Change<@NotNull Purpose> purpose,
        Change<@Valid PreparationChange> preparation,
        Change<@Valid MessageChange> message,
        Change<@NotNull @Valid ScheduleChange> schedule) {

    @Schema(name = "PreparationChange")
    record PreparationChange(
            Change<@Size(max = 1000) String> goal,
            Change<@Size(max = 1000) String> context,
            Change<@Size(max = 1000) String> question,
            Change<@Size(max = 1000) String> offer) {

        Preparation of(Preparation current) {
            return new Preparation(
                    goal.or(current.goal()),
                    context.or(current.context()),
                    question.or(current.question()),
                    offer.or(current.offer()));
        }
    }

    @Schema(name = "MessageChange")
    record MessageChange(
            Change<@Size(max = 200) @Pattern(regexp = NewFollowUp.ONE_LINE, message = "must be one line") String>
                    subject,
            Change<@Size(max = 10_000) String> body) {

        /** Puts these words into the step. */
        void applyTo(FollowUp followUp, Step step) {
            step.write(followUp.owner(), subject.or(step.subject()), body.or(step.body()));
        }
    }

    @Schema(name = "ScheduleChange")
    record ScheduleChange(
            Change<@NotNull Anchor> anchor,
            Change<@Min(0) @Max(365) Integer> offsetDays,
            Change<OffsetUnit> offsetUnit,
            @JsonFormat(pattern = "HH:mm") Change<LocalTime> localTime,
            Change<@PlausibleYear LocalDateTime> at) {

        NewFollowUp.ScheduleBody of(Schedule current) {
            return new NewFollowUp.ScheduleBody(
                    anchor.or(current.anchor()),
                    offsetDays.or(current.offsetDays()),
                    offsetUnit.or(current.unit()),
                    localTime.or(current.localTime()),
                    at.or(current.at()));
        }
    }

    /** A schedule alone may be moved without a new approval: the words stay the approved ones. */
    boolean changesWords() {
        return purpose.isPresent() || preparation.isPresent() || message.isPresent();
    }
}
