package rapport.followup.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a follow-up, as its owner said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Outcome")
record OutcomeView(
        UUID followUpId,
        long version,
        OutcomeKind kind,
        @Schema(nullable = true) String note,
        Instant recordedAt) {}
