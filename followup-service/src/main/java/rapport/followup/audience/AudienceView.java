package rapport.followup.audience;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an audience: drafts. Each is approved alone, or not at all. */
@Schema(name = "Audience")
record AudienceView(
        UUID id,
        List<UUID> followUpIds,

        @Schema(description = "Contacts who were there and have not agreed to get mail from the caller.")
        int withoutConsent,

        @Schema(description = "Contacts who would match as well, beyond what one request drafts.")
        int beyondLimit) {}
