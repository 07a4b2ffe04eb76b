package rapport.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.agenda.PublicEvent;
import rapport.events.agenda.PublicSession;
import rapport.kit.time.WallTime;

class EventCalendarTest {
    private static final Instant MONDAY = Instant.parse("2026-09-07T10:00:00Z");

    @Test
    void theSameStateGivesTheSameBytes() {
        var event = event("PUBLISHED", "Europe/Vienna", 3);

        assertThat(EventCalendar.of(event, List.of(session(event, 2, false))))
                .isEqualTo(EventCalendar.of(event, List.of(session(event, 2, false))));
    }

    @Test
    void componentsNestAndEveryVeventHasWhatRfc5545Requires() {
        var event = event("PUBLISHED", "Africa/Casablanca", 3);
        var open = new ArrayDeque<String>();
        int events = 0;

        for (String line : EventCalendar.of(event, List.of(session(event, 2, false), session(event, 5, true)))
                .replace("\r\n ", "")
                .split("\r\n")) {
            assertThat(line).matches("[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*");
            if (line.startsWith("BEGIN:")) {
                open.push(line.substring(6));
                events += line.equals("BEGIN:VEVENT") ? 1 : 0;
            } else if (line.startsWith("END:")) {
                assertThat(open.pop()).isEqualTo(line.substring(4));
            }
        }

        assertThat(open).isEmpty();
        assertThat(events).isEqualTo(3);
        for (String vevent :
                EventCalendar.of(event, List.of(session(event, 2, false))).split("BEGIN:VEVENT")) {
            if (!vevent.startsWith("BEGIN:VCALENDAR")) {
                assertThat(vevent).contains("UID:", "DTSTAMP:", "DTSTART;TZID=", "DTEND;TZID=", "SEQUENCE:", "STATUS:");
            }
        }
    }

    @Test
    void removedSessionsAndThoseOfACancelledEventAreCancelled() {
        var event = event("PUBLISHED", "Europe/Vienna", 3);
        var cancelled = event("CANCELLED", "Europe/Vienna", 4);

        assertThat(EventCalendar.ofSession(event, session(event, 2, true))).contains("STATUS:CANCELLED");
        assertThat(EventCalendar.ofSession(event, session(event, 2, false))).contains("STATUS:CONFIRMED");
        assertThat(EventCalendar.ofSession(cancelled, session(cancelled, 2, false)))
                .contains("STATUS:CANCELLED")
                .contains("SEQUENCE:4");
    }

    @Test
    void aChangeOfTheEventIsAChangeOfItsSessions() {
        var before = event("PUBLISHED", "Europe/Vienna", 3);
        var after = event("PUBLISHED", "Europe/Lisbon", 4);

        assertThat(EventCalendar.ofSession(before, session(before, 2, false))).contains("SEQUENCE:3");
        assertThat(EventCalendar.ofSession(after, session(after, 2, false))).contains("SEQUENCE:4");
    }

    @Test
    void timesInUtcNeedNoZone() {
        var event = event("PUBLISHED", "Etc/UTC", 1);

        assertThat(EventCalendar.of(event, List.of(session(event, 1, false))))
                .doesNotContain("VTIMEZONE")
                .contains("DTSTART:20261120T103000Z");
    }

    private static PublicEvent event(String status, String zone, long version) {
        return new PublicEvent(
                new UUID(0, 1),
                "Young Cardiology Days",
                "ycd",
                "IN_PERSON",
                status,
                at("2026-11-20T09:00:00"),
                at("2026-11-22T17:00:00"),
                zone,
                WallTime.resolve(at("2026-11-20T09:00:00"), ZoneId.of(zone)),
                WallTime.resolve(at("2026-11-22T17:00:00"), ZoneId.of(zone)),
                "Hofburg, Wien",
                new PublicEvent.Edition(version, MONDAY));
    }

    private static PublicSession session(PublicEvent event, long version, boolean removed) {
        return new PublicSession(
                new UUID(0, version + 10),
                "Atrial fibrillation",
                "First line\r\nSecond; line",
                "Rhythm",
                "Festsaal",
                at("2026-11-20T10:30:00"),
                at("2026-11-20T11:15:00"),
                WallTime.resolve(at("2026-11-20T10:30:00"), event.zoneId()),
                WallTime.resolve(at("2026-11-20T11:15:00"), event.zoneId()),
                "Lecture",
                "en",
                List.of("ecg", "a,b"),
                List.of(),
                List.of(new PublicSession.Part(new UUID(0, 7), "Inés López", "SPEAKER")),
                removed,
                new PublicEvent.Edition(version, MONDAY.plusSeconds(60)));
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
