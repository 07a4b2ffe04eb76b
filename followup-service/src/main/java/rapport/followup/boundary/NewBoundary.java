package rapport.followup.boundary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.window.Hours;
import rapport.kit.problem.Invalid;
import rapport.kit.time.WallTime;

/** The whole boundary as a person wants it. */
@Schema(name = "NewBoundary")
record NewBoundary(
        @NotNull BoundaryMode mode,
        @NotNull @Min(0) @Max(1000) Integer weeklyBudget,

        @Schema(description = "IANA name. Left out: the zone of the person.", examples = "Europe/Berlin")
        String zone,

        @NotEmpty Set<@NotNull DayOfWeek> workingDays,

        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "must be a time such as 08:00")
        String from,

        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00", message = "must be a time such as 18:00 or 24:00")
        @Schema(description = "Before the beginning: the window ends on the next day. 00:00 to 24:00: all day.")
        String to) {

    /** What single values cannot tell. */
    void check() {
        if (zone != null) {
            WallTime.zone(zone);
        }
        if (from.equals(to)) {
            throw Invalid.of("/to", "empty-window", "The window needs a length; 00:00 to 24:00 is the whole day.");
        }
    }

    Hours hours() {
        return Hours.of(from, to);
    }
}
