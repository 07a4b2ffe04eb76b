package rapport.followup.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One follow-up that needs its owner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AttentionItem")
public record Item(
        UUID followUpId,
        UUID contactId,
        Need need,
        String purpose,

        @Schema(nullable = true, description = "The subject of the message in question.")
        String subject,

        @Schema(nullable = true, description = "A code that says why it is in this state.")
        String reason,

        @Schema(description = "Since when, or by when, it needs its owner.")
        Instant at) {}
