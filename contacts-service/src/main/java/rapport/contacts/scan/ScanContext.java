package rapport.contacts.scan;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where and about what they met. What is absent or empty erases nothing. */
record ScanContext(
        @Schema(nullable = true) UUID sessionId,

        @Schema(nullable = true, examples = "Poster hall B") @Size(max = 200)
        String place,

        @Schema(nullable = true, examples = "Registry trials in sepsis") @Size(max = 500)
        String topic) {
    static final ScanContext NONE = new ScanContext(null, null, null);
}
