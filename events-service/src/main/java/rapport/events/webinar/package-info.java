/**
 * Attendance reports of webinar platforms. A file becomes a {@code Report}, its participants are matched with registrations,
 * and what is left over waits for somebody who knows. What a platform says about a session is always what its newest report
 * says that was not rolled back; presence is derived from that and from nothing else.
 */
package rapport.events.webinar;
