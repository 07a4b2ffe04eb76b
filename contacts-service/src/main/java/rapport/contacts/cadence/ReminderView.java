package rapport.contacts.cadence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder for its owner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reminder")
record ReminderView(
        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(
                required = true,
                description = "The day on which to be in touch; at most three have the same.",
                examples = "2026-12-24")
        LocalDate plannedOn,

        @Schema(required = true, description = "The day on which the cadence asks for it.", examples = "2026-12-20")
        LocalDate dueOn,

        @Schema(required = true, description = "The day by which it should have happened.", examples = "2027-01-19")
        LocalDate latestOn,

        @Schema(required = true, examples = "2026-11-20") LocalDate lastInTouchOn,

        @Schema(nullable = true, description = "The owner put it off until then.")
        LocalDate snoozedUntil,

        @Schema(nullable = true, description = "The tag whose cadence counts; absent when it is the contact's own.")
        String tag,

        @Schema(required = true, description = "Why it falls on this day.")
        String because) {

    static ReminderView of(Reminder reminder, LocalDate today) {
        Candidate candidate = reminder.candidate();
        return new ReminderView(
                candidate.contactId(),
                reminder.plannedOn(),
                candidate.dueOn(),
                candidate.latestOn(),
                candidate.lastInTouch(),
                candidate.snoozedUntil(),
                candidate.rhythm().tag(),
                reminder.because(today));
    }
}
