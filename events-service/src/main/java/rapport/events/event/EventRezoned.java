package rapport.events.event;

import java.time.ZoneId;
import java.util.UUID;

/** Told within the transaction: the wall times of everything in the event stay, their instants move. */
public record EventRezoned(UUID eventId, ZoneId zone) {}
