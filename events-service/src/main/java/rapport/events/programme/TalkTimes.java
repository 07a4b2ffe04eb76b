package rapport.events.programme;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.kit.time.WallTime;

/**
 * When the sessions of a file are.
 *
 * @param event the zone of the event, in which the wall times of the results are
 * @param file the zone in which times without an offset are meant
 * @param dayChange when a conference day ends: a start before it belongs to the night after the day
 */
record TalkTimes(ZoneId event, ZoneId file, LocalTime dayChange) {
    /** Conference days end in the small hours. */
    static final LocalTime DAY_CHANGE = LocalTime.of(6, 0);

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2})");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.]\\d+)?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** A time of a day that may have more than 24 hours: {@code 25:30} is half past one in the next night. */
    record DayTime(int days, LocalTime toLocalTime) {}

    /** From when to when, as wall times of the event's zone. */
    record Slot(LocalDateTime startsAt, LocalDateTime endsAt) {}

    /** @throws DateTimeException when the file does not tell it, or not legibly */
    Slot slot(RawTalk talk) {
        Instant start = start(talk);
        Instant end = talk.get("duration") == null && talk.get("end") != null
                ? moment(talk.get("end"), null)
                : start.plus(duration(talk.get("duration")));
        return new Slot(LocalDateTime.ofInstant(start, event), LocalDateTime.ofInstant(end, event));
    }

    /** The real date of the session, also past midnight; files without one have the conference day and the time. */
    private Instant start(RawTalk talk) {
        String date = talk.get("date");
        if (date != null) {
            return moment(date, talk.get("start"));
        }
        DayTime time = time(talk.get("start"));
        LocalDate day = LocalDate.parse(legible(talk.day(), DATE).group(1)).plusDays(time.days());
        boolean night = time.days() == 0 && time.toLocalTime().isBefore(dayChange);
        return WallTime.resolve((night ? day.plusDays(1) : day).atTime(time.toLocalTime()), file);
    }

    /** @param time the time of a date that has none */
    private Instant moment(String text, String time) {
        Matcher date = legible(text, DATE);
        LocalDate day = LocalDate.parse(date.group(1));
        if (date.group(2) == null) {
            DayTime clock = time(time);
            return WallTime.resolve(day.plusDays(clock.days()).atTime(clock.toLocalTime()), file);
        }
        LocalDateTime local = day.atTime(LocalTime.parse(date.group(2)));
        return date.group(3) == null
                ? WallTime.resolve(local, file)
                : OffsetDateTime.of(local, java.time.ZoneOffset.of(date.group(3)))
                        .toInstant();
    }

    static DayTime time(String text) {
        Matcher time = legible(text, TIME);
        int hour = Integer.parseInt(time.group(1));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return new DayTime(hour / 24, LocalTime.of(hour % 24, Integer.parseInt(time.group(2)), second));
    }

    /** {@code 00:40}, or {@code 1:02:30} with days in front. */
    static Duration duration(String text) {
        Matcher duration = legible(text, DURATION);
        int days = duration.group(1) == null ? 0 : Integer.parseInt(duration.group(1));
        return Duration.ofDays(days)
                .plusHours(Integer.parseInt(duration.group(2)))
                .plusMinutes(Integer.parseInt(duration.group(3)));
    }

    private static Matcher legible(String text, Pattern form) {
        Matcher matcher = form.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new DateTimeException("not legible");
        }
        return matcher;
    }
}
