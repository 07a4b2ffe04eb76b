package rapport.events.event;

import java.time.LocalDate;

/**
 * Which events a list shows; what is null does not matter. Days are those of each event's own zone.
 *
 * @param status null for published ones and the caller's own
 * @param from events that end on this day or later
 * @param to events that begin on this day or earlier
 * @param text part of the name or the venue, in any case
 */
record EventFilter(EventStatus status, EventKind kind, LocalDate from, LocalDate to, String text) {}
