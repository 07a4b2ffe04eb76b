package rapport.events.event;

import java.util.UUID;

/** Told within the transaction: the event asks for another part of a session than before. */
public record AttendanceRuleChanged(UUID eventId) {}
