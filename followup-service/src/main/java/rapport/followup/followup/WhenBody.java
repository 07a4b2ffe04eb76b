package rapport.followup.followup;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.time.PlausibleYear;

/** An instant that is still to come, at most a year ahead. */
@Schema(name = "When")
record WhenBody(
        @NotNull @PlausibleYear @Schema(examples = "2026-12-01T08:00:00Z")
        Instant at) {}
