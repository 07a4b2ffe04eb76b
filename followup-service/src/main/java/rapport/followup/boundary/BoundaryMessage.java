package rapport.followup.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A boundary as the other services learn it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoundaryMessage(
        UUID personId,
        long version,
        BoundaryMode mode,
        int weeklyBudget,
        String zone,
        List<DayOfWeek> workingDays,
        String from,
        String to,
        List<String> topics,
        List<String> languages,
        Boolean mentoring,
        Instant until) {

    static final String TOPIC = "rapport.boundary.v1";
    static final String CHANGED = "boundary.changed.v1";

    static BoundaryMessage of(Boundary boundary) {
        return new BoundaryMessage(
                boundary.personId(),
                boundary.version(),
                boundary.mode(),
                boundary.weeklyBudget(),
                boundary.zone(),
                boundary.days(),
                boundary.hours().fromText(),
                boundary.hours().toText(),
                boundary.topics(),
                boundary.languages(),
                boundary.mentoring(),
                boundary.until());
    }
}
