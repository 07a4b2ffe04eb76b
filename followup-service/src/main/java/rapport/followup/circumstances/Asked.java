package rapport.followup.circumstances;

import java.util.UUID;

/** A follow-up whose circumstances are asked for. */
public record Asked(String owner, UUID contactId, UUID eventId, UUID sessionId, UUID encounterId) {}
