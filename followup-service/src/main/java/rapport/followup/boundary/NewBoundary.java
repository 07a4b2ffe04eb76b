package rapport.followup.boundary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        String to,

        @Size(max = 20) @Schema(description = "What the person likes to be asked about. Shown to senders.")
        List<@NotBlank @Size(max = 80) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line") String> topics,

        @Size(max = 10) @Schema(description = "Language tags (BCP 47) in which messages are read. Shown to senders.")
        List<
                        @NotNull
                        @Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?", message = "must be a language such as en or pt-BR")
                        String>
                languages,

        @Schema(description = "Whether requests for mentoring are welcome. Left out: the person says nothing about it.")
        Boolean mentoring,

        @Schema(description = "With CLOSED only: when it ends by itself.", examples = "2026-12-28T00:00:00+01:00")
        Instant until,

        @Schema(description = "With until only: what counts afterwards. BY_REQUEST unless given.")
        BoundaryMode modeAfter) {

    private static final Duration LONGEST = Duration.ofDays(731);

    NewBoundary {
        modeAfter = until != null && modeAfter == null ? BoundaryMode.BY_REQUEST : modeAfter;
    }

    /** What single values cannot tell. */
    void check(Instant now) {
        if (zone != null) {
            WallTime.zone(zone);
        }
        if (from.equals(to)) {
            throw Invalid.of("/to", "empty-window", "The window needs a length; 00:00 to 24:00 is the whole day.");
        }
        if (until != null && mode != BoundaryMode.CLOSED) {
            throw Invalid.of("/until", "not-closed", "Only a closed boundary ends.");
        }
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw Invalid.of("/until", "not-ahead", "Must be ahead, by two years at most.");
        }
        if (modeAfter != null && (until == null || modeAfter == BoundaryMode.CLOSED)) {
            throw Invalid.of("/modeAfter", "not-possible", "Only what ends is followed by another mode than CLOSED.");
        }
    }

    Hours hours() {
        return Hours.of(from, to);
    }
}
