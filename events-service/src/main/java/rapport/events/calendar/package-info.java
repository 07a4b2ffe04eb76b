/** The public programme as iCalendar (RFC 5545, RFC 7986). Reads what {@code agenda} may know, writes with the kit's lines. */
package rapport.events.calendar;
