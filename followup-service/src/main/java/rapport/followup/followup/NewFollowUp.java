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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.preparation.Purpose;
import rapport.kit.time.PlausibleYear;

/** What a follow-up begins with. Everything but contact and purpose may come later. */
@Schema(name = "NewFollowUp")
record NewFollowUp(
        @NotNull UUID contactId,
        UUID eventId,
        UUID sessionId,
        UUID encounterId,

        @Schema(nullable = true, description = "Needed unless a playbook is named.")
        Purpose purpose,

        @Size(max = 40)
        @Schema(
                nullable = true,
                description = "Its steps are written from templates and can be edited.",
                examples = "thank-speaker")
        String playbook,

        @Schema(
                nullable = true,
                description = "The language of the playbook's words, en unless given.",
                enumeration = {"en", "de", "fr", "es"})
        String locale,

        @Schema(
                description =
                        "EMAIL unless given. With RELAY neither side sees the other's address. MANUAL is a reminder only.")
        Channel channel,

        @Valid PreparationBody preparation,

        @Valid @Schema(description = "The words of the first step.")
        MessageBody message,

        @Valid @Schema(description = "Two days after the event at 09:30 in the recipient's zone unless given.")
        ScheduleBody schedule,

        @Valid @Size(max = MAX_LATER) @Schema(description = "Further steps, in their order.")
        List<@NotNull NewStep> steps) {

    /** Steps after the first. */
    static final int MAX_LATER = 5;

    /** One line of text. */
    static final String ONE_LINE = "[^\\p{Cntrl}]*";

    @Schema(name = "Preparation")
    record PreparationBody(
            @Size(max = 1000) String goal,
            @Size(max = 1000) String context,
            @Size(max = 1000) String question,
            @Size(max = 1000) String offer) {}

    @Schema(name = "Message")
    record MessageBody(
            @Size(max = 200) @Pattern(regexp = ONE_LINE, message = "must be one line")
            String subject,

            @Size(max = 10_000) String body) {}

    @Schema(name = "Schedule")
    record ScheduleBody(
            @NotNull Anchor anchor,

            @Min(0) @Max(365) @Schema(description = "Days after the anchor, 0 unless given.")
            Integer offsetDays,

            @Schema(description = "What kind of days, DAYS unless given.")
            OffsetUnit offsetUnit,

            @JsonFormat(pattern = "HH:mm") @Schema(implementation = String.class, examples = "09:30")
            LocalTime localTime,

            @Schema(
                    description = "For ABSOLUTE: the date and time on the recipient's wall clock.",
                    examples = "2026-11-23T09:30:00")
            @PlausibleYear
            LocalDateTime at) {}
}
