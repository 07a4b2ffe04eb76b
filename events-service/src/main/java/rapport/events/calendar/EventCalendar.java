package rapport.events.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.events.agenda.PublicEvent;
import rapport.events.agenda.PublicSession;
import rapport.kit.contentline.ContentLines;
import rapport.kit.contentline.ZoneComponent;

/**
 * An event as a calendar to subscribe to: without a METHOD, since that would make it a message of RFC 5546, which names an organizer
 * by an address. The same state gives the same bytes: times of the request are not in it, so an entity tag holds. A
 * session changes for its subscribers when the event does (zone, cancellation), so its SEQUENCE counts both.
 */
final class EventCalendar {
    private final PublicEvent event;
    private final ContentLines lines = new ContentLines();

    private EventCalendar(PublicEvent event) {
        this.event = event;
    }

    /** The event itself and all its sessions. */
    static String of(PublicEvent event, List<PublicSession> sessions) {
        var calendar = new EventCalendar(event);
        calendar.begin(event.id(), sessions);
        calendar.event();
        sessions.forEach(calendar::session);
        return calendar.end();
    }

    static String ofSession(PublicEvent event, PublicSession session) {
        var calendar = new EventCalendar(event);
        calendar.begin(session.id(), List.of(session));
        calendar.session(session);
        return calendar.end();
    }

    /** @param of what the calendar is about; a calendar is not the same thing as the event in it, so its UID differs */
    private void begin(UUID of, List<PublicSession> sessions) {
        Instant first = event.startInstant();
        Instant last = event.endInstant();
        for (PublicSession session : sessions) {
            first = session.startInstant().isBefore(first) ? session.startInstant() : first;
            last = session.endInstant().isAfter(last) ? session.endInstant() : last;
        }
        lines.begin("VCALENDAR")
                .value("VERSION", "2.0")
                .value("PRODID", "-//Rapport//events-service//EN")
                .value("CALSCALE", "GREGORIAN")
                .value("UID", "calendar-" + uid(of))
                .text("NAME", event.name())
                .text("X-WR-CALNAME", event.name())
                .value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .value("X-PUBLISHED-TTL", "PT1H");
        ZoneComponent.write(lines, event.zoneId(), first, last);
    }

    private String end() {
        return lines.end("VCALENDAR").toString();
    }

    private void event() {
        stamped(event.id(), event.edition().version() - 1, event.edition().updatedAt(), event.isCancelled());
        lines.local("DTSTART", event.startInstant(), event.zoneId())
                .local("DTEND", event.endInstant(), event.zoneId())
                .text("SUMMARY", event.name())
                .text("LOCATION", event.venue())
                // Days of congress do not make the hours of the sessions look taken.
                .value("TRANSP", "TRANSPARENT")
                .end("VEVENT");
    }

    private void session(PublicSession session) {
        Instant changed = session.edition().updatedAt().isAfter(event.edition().updatedAt())
                ? session.edition().updatedAt()
                : event.edition().updatedAt();
        stamped(
                session.id(),
                session.edition().version() + event.edition().version() - 2,
                changed,
                session.removed() || event.isCancelled());
        lines.local("DTSTART", session.startInstant(), event.zoneId())
                .local("DTEND", session.endInstant(), event.zoneId())
                .text("SUMMARY", session.title())
                .text("DESCRIPTION", description(session))
                .text("LOCATION", place(session))
                .texts("CATEGORIES", session.tags())
                .value("RELATED-TO", uid(event.id()))
                .end("VEVENT");
    }

    private void stamped(UUID id, long sequence, Instant changed, boolean cancelled) {
        lines.begin("VEVENT")
                .value("UID", uid(id))
                .utc("DTSTAMP", changed)
                .utc("LAST-MODIFIED", changed)
                .value("SEQUENCE", sequence)
                .value("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
    }

    private String place(PublicSession session) {
        if (session.room() == null || event.venue() == null) {
            return session.room() == null ? event.venue() : session.room();
        }
        return session.room() + ", " + event.venue();
    }

    private static String description(PublicSession session) {
        String speakers =
                session.speakers().stream().map(PublicSession.Part::displayName).collect(Collectors.joining(", "));
        if (speakers.isEmpty() || session.abstractText() == null) {
            return speakers.isEmpty() ? session.abstractText() : speakers;
        }
        return speakers + "\n\n" + session.abstractText();
    }

    /** The part after the at sign says that it is ours; it is no address. */
    private static String uid(UUID id) {
        return id + "@events.rapport";
    }
}
