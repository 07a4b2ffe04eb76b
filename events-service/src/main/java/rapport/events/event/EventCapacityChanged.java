package rapport.events.event;

import java.util.UUID;

/** An event has more or fewer places than before, or another limit than none. */
public record EventCapacityChanged(UUID eventId) {}
