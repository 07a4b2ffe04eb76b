package rapport.events.registration;

import java.util.UUID;

/** Who registers for what, under which normalised address. */
record Registrant(UUID eventId, UUID personId, String email) {}
