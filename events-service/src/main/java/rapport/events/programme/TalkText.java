package rapport.events.programme;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Makes a session of the texts that a schedule file has for it. */
final class TalkText {
    private static final int TITLE = 300;
    private static final int NAME = 120;
    private static final int LANGUAGE = 60;
    private static final int ABSTRACT = 20_000;

    /** Conference days end in the small hours: a start before six belongs to the night after the day. */
    private static final LocalTime DAY_CHANGE = LocalTime.of(6, 0);

    /** Where in the file the session stands, and which zone its wall times are wanted in. */
    record Frame(String day, ZoneId zone) {}

    private TalkText() {}

    static Programme.Talk talk(int row, String key, Map<String, String> texts, List<String> people, Frame frame) {
        LocalDateTime start = null;
        LocalDateTime end = null;
        String fault = fault(key, texts);
        try {
            start = start(texts, frame);
            end = start.plus(duration(texts.get("duration")));
        } catch (DateTimeException | NumberFormatException | NullPointerException e) {
            fault = fault == null ? "no-time" : fault;
        }
        return new Programme.Talk(
                row,
                key,
                texts.get("title"),
                abstractText(texts),
                texts.get("track"),
                texts.get("room"),
                start,
                end,
                texts.get("type"),
                texts.get("language"),
                people,
                fault);
    }

    private static String fault(String key, Map<String, String> texts) {
        if (key == null) {
            return "no-key";
        }
        if (texts.get("title") == null) {
            return "no-title";
        }
        boolean tooLong = longer(texts.get("title"), TITLE)
                || longer(texts.get("track"), NAME)
                || longer(texts.get("room"), NAME)
                || longer(texts.get("type"), NAME)
                || longer(texts.get("language"), LANGUAGE);
        return tooLong ? "too-long" : null;
    }

    /** The real date of the session, also past midnight; files without one have the conference day and the time. */
    private static LocalDateTime start(Map<String, String> texts, Frame frame) {
        String date = texts.get("date");
        if (date == null) {
            LocalTime time = LocalTime.parse(texts.get("start"));
            LocalDate day = LocalDate.parse(frame.day());
            return (time.isBefore(DAY_CHANGE) ? day.plusDays(1) : day).atTime(time);
        }
        boolean withOffset = date.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && date.contains("T");
        return withOffset
                ? OffsetDateTime.parse(date).atZoneSameInstant(frame.zone()).toLocalDateTime()
                : LocalDateTime.parse(date);
    }

    /** {@code 00:40}, or {@code 1:02:30} with days in front. */
    private static Duration duration(String text) {
        String[] parts = text.split(":");
        int days = parts.length == 3 ? Integer.parseInt(parts[0]) : 0;
        int hours = Integer.parseInt(parts[parts.length - 2]);
        int minutes = Integer.parseInt(parts[parts.length - 1]);
        return Duration.ofDays(days).plusHours(hours).plusMinutes(minutes);
    }

    private static String abstractText(Map<String, String> texts) {
        String summary = texts.get("abstract");
        String description = texts.get("description");
        if (summary == null || description == null || description.startsWith(summary)) {
            return cut(description == null ? summary : description);
        }
        return cut(summary + "\n\n" + description);
    }

    private static String cut(String text) {
        return longer(text, ABSTRACT) ? text.substring(0, text.offsetByCodePoints(0, ABSTRACT)) : text;
    }

    private static boolean longer(String text, int limit) {
        return text != null && text.codePointCount(0, text.length()) > limit;
    }
}
