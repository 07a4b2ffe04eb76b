package rapport.followup.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A boundary as its person sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Boundary")
record BoundaryView(
        UUID personId,

        @Schema(description = "0 as long as the person set nothing and the defaults count.")
        long version,

        BoundaryMode mode,
        int weeklyBudget,

        @Schema(description = "How many messages may still come in the running seven days.")
        int remaining,

        @Schema(nullable = true, description = "Left out: the zone of the person.", examples = "Europe/Berlin")
        String zone,

        List<DayOfWeek> workingDays,
        @Schema(examples = "08:00") String from,
        @Schema(examples = "18:00") String to,
        List<String> topics,
        List<String> languages,

        @Schema(nullable = true, description = "Left out: the person says nothing about it.")
        Boolean mentoring,

        @Schema(nullable = true, description = "When a closed boundary opens by itself.")
        Instant until,

        @Schema(nullable = true, description = "What counts after until.")
        BoundaryMode modeAfter) {

    static BoundaryView of(Boundary boundary, int remaining) {
        return new BoundaryView(
                boundary.personId(),
                boundary.version(),
                boundary.mode(),
                boundary.weeklyBudget(),
                remaining,
                boundary.zone(),
                boundary.days(),
                boundary.hours().fromText(),
                boundary.hours().toText(),
                boundary.topics(),
                boundary.languages(),
                boundary.mentoring(),
                boundary.until(),
                boundary.modeAfter());
    }
}
