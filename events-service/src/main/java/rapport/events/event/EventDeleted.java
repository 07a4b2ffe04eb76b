package rapport.events.event;

import java.util.UUID;

/** Told within the transaction, before the event's row goes: everything in the event goes with it, and says so. */
public record EventDeleted(UUID eventId) {}
