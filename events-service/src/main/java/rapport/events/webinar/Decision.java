package rapport.events.webinar;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff decides about a participant: whose registration it is, or that it does not matter. */
@Schema(examples = "{\"registrationId\": \"0199a4f3-4100-7b10-8a00-0000000000c2\"}")
record Decision(
        @Schema(nullable = true, description = "Whose registration it is; without it, ignored has to be true.")
        UUID registrationId,

        @Schema(nullable = true, description = "True when nobody's attendance follows from this participant.")
        Boolean ignored) {

    Match match() {
        return registrationId == null ? Match.IGNORED : Match.MANUAL;
    }

    /** Whether it says exactly one of the two. */
    boolean isClear() {
        return (registrationId == null) == Boolean.TRUE.equals(ignored);
    }
}
