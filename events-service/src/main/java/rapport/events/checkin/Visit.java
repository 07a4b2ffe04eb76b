package rapport.events.checkin;

import java.util.UUID;

/** What a {@link Timeline} is about. */
record Visit(UUID registrationId, Door door) {}
