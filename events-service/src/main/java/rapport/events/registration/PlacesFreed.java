package rapport.events.registration;

import java.util.UUID;

/** Registrations of an event are gone, within this transaction, which holds the event: those who wait may move up. */
public record PlacesFreed(UUID eventId) {}
