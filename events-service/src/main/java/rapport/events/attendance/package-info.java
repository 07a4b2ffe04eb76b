/**
 * Who was in which session, and for how long. Check-ins, webinar reports and corrections leave {@linkplain
 * rapport.events.attendance.Presence presence}; attendance is their union within the session and follows from it alone: in
 * whatever order presence arrives, the result is the same.
 */
package rapport.events.attendance;
