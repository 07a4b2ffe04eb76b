package rapport.events.badgesheet;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which badges to print on which paper. */
@Schema(examples = "{\"layout\": \"A4_8\", \"selection\": \"CHANGED\"}")
record NewBadgePrint(
        @NotNull SheetLayout layout,
        @NotNull Selection selection,

        @Size(max = 500) @Schema(nullable = true, description = "For the selection BADGES: which.")
        List<@NotNull UUID> badgeIds) {

    NewBadgePrint {
        // Not List.copyOf: a null inside is the validator's to report.
        badgeIds = badgeIds == null ? List.of() : Collections.unmodifiableList(badgeIds);
    }
}
