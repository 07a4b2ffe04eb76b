package rapport.events.attendance;

import java.util.UUID;

/** One registration's part in one session, whether they came or not. */
public record Visit(UUID sessionId, UUID registrationId) {}
