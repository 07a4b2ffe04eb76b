package rapport.events.programme;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A programme as schedule files say it.
 *
 * @param version changes with the programme
 * @param sessions in the order of their start
 */
record ExportedProgramme(Head head, String version, List<Session> sessions) {
    private static final String NO_ROOM = "";

    record Head(String acronym, String title, LocalDate start, LocalDate end, ZoneId zone) {}

    /** @param startsAt in the event's zone, to the second */
    record Session(
            UUID id,
            String externalId,
            String title,
            String abstractText,
            String track,
            String room,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String type,
            String language,
            List<String> resources,
            Said said,
            List<Person> people) {

        /** In whole minutes, rounded up: nobody is cut off. */
        long minutes() {
            Duration duration = Duration.between(startsAt, endsAt);
            return duration.plus(Duration.ofMinutes(1))
                    .minusNanos(1)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toMinutes();
        }

        /** {@code 00:45}, with days in front from 24 hours on. */
        String duration() {
            long hours = minutes() / 60;
            String time = "%02d:%02d".formatted(hours % 24, minutes() % 60);
            return hours < 24 ? time : hours / 24 + ":" + time;
        }

        /** Whether the file's two texts are still what the session's one was made of. */
        boolean hasBothTexts() {
            String joined = TalkText.joined(said.summary(), said.description());
            return said.description() != null && joined.equals(abstractText);
        }

        String summary() {
            return hasBothTexts() ? said.summary() : abstractText;
        }

        String description() {
            return hasBothTexts() ? said.description() : null;
        }

        List<RawTalk.Link> links() {
            return resources.stream()
                    .filter(url -> !said.attachments().contains(url))
                    .map(this::link)
                    .toList();
        }

        List<RawTalk.Link> attachments() {
            return resources.stream()
                    .filter(url -> said.attachments().contains(url))
                    .map(this::link)
                    .toList();
        }

        private RawTalk.Link link(String url) {
            return new RawTalk.Link(url, said.titles().getOrDefault(url, url));
        }
    }

    record Person(UUID id, String externalId, String name, String bio) {
        RawTalk.Person reference() {
            return ScheduleIds.person(this);
        }
    }

    record Day(int index, LocalDate date, OffsetDateTime start, OffsetDateTime end, Map<String, List<Session>> rooms) {}

    /** The conference days that have sessions, at least one; what begins in the small hours belongs to the night before. */
    List<Day> days() {
        Map<LocalDate, Map<String, List<Session>>> byDate = new TreeMap<>();
        for (Session session : sessions) {
            LocalDate date = session.startsAt()
                    .toLocalDateTime()
                    .minusHours(TalkTimes.DAY_CHANGE.getHour())
                    .toLocalDate();
            byDate.computeIfAbsent(date, any -> new TreeMap<>())
                    .computeIfAbsent(session.room() == null ? NO_ROOM : session.room(), any -> new ArrayList<>())
                    .add(session);
        }
        if (byDate.isEmpty()) {
            byDate.put(head.start(), Map.of());
        }
        var days = new ArrayList<Day>();
        byDate.forEach(
                (date, rooms) -> days.add(new Day(days.size() + 1, date, at(date), at(date.plusDays(1)), rooms)));
        return days;
    }

    private OffsetDateTime at(LocalDate date) {
        return date.atTime(LocalTime.from(TalkTimes.DAY_CHANGE))
                .atZone(head.zone())
                .toOffsetDateTime();
    }
}
