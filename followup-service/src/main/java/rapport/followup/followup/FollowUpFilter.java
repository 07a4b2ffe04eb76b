package rapport.followup.followup;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Narrows a list of follow-ups. */
record FollowUpFilter(
        @QueryParam("state") FollowUpState state,
        @QueryParam("contactId") UUID contactId,
        @QueryParam("eventId") UUID eventId) {

    String scope(String owner) {
        return "followups:" + owner + ":" + state + ":" + contactId + ":" + eventId;
    }
}
