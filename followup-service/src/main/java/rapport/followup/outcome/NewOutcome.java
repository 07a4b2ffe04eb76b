package rapport.followup.outcome;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a follow-up. */
@Schema(name = "NewOutcome")
record NewOutcome(
        @NotNull OutcomeKind kind,

        @Size(max = 1000) @Schema(nullable = true, description = "For oneself. No data of patients.")
        String note) {}
