package rapport.followup.followup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.followup.FollowUpChange.MessageChange;
import rapport.followup.followup.FollowUpChange.ScheduleChange;
import rapport.kit.edit.Change;

/** A merge patch of a step (RFC 7396). */
@Schema(name = "StepChange")
record StepChange(Change<@Valid MessageChange> message, Change<@NotNull @Valid ScheduleChange> schedule) {}
