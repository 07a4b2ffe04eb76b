package rapport.contacts.duplicate;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two contacts that are, or may be, one person. */
record DuplicateView(
        @Schema(required = true) UUID contactId,
        @Schema(required = true) UUID otherContactId,
        @Schema(required = true) Certainty certainty,

        @Schema(required = true, description = "0 to 1; comparable among suggestions.", examples = "0.85")
        double score,

        @Schema(required = true, description = "What they have in common.")
        List<Reason> reasons) {}
