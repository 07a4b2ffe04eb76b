package rapport.followup.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** What the other services learn about a follow-up: neither its words nor anybody's address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpMessage(
        UUID followUpId,
        long version,
        String owner,
        UUID contactId,
        UUID personId,
        UUID eventId,
        String purpose,
        String channel,
        String state,
        String reason,
        Instant dueAt,
        Instant sentAt) {

    public static final String TOPIC = "rapport.followup.v1";
    public static final String CHANGED = "followup.changed.v1";
}
