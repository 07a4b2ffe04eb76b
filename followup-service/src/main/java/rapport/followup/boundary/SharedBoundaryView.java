package rapport.followup.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What those who want to write may know before they do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SharedBoundary")
record SharedBoundaryView(
        UUID personId,
        BoundaryMode mode,

        @Schema(description = "How many messages may still come in the running seven days, from everybody together.")
        int remaining,

        List<String> topics,
        List<String> languages,
        @Schema(nullable = true) Boolean mentoring,
        @Schema(nullable = true) Instant until) {

    static SharedBoundaryView of(BoundaryView boundary) {
        return new SharedBoundaryView(
                boundary.personId(),
                boundary.mode(),
                boundary.remaining(),
                boundary.topics(),
                boundary.languages(),
                boundary.mentoring(),
                boundary.until());
    }
}
