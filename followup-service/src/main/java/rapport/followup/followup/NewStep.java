package rapport.followup.followup;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step after others. */
@Schema(name = "NewStep")
record NewStep(
        @Valid NewFollowUp.MessageBody message,

        @Valid
        @Schema(description = "Seven business days of the recipient after the step before, at 09:30, unless given.")
        NewFollowUp.ScheduleBody schedule) {}
