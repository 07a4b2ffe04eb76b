package rapport.events.webinar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with a time of day as platforms write it: {@code Apr 30, 2026 10:58 AM PDT}, {@code 25.10.26, 02:10:00},
 * {@code 2026-10-25T00:10:00Z}.
 *
 * @param offset what the text itself says about the zone; null when it says nothing
 */
record WrittenTime(WrittenDate date, LocalTime time, ZoneOffset offset) {
    private static final Pattern TIME =
            Pattern.compile("[ ,t]*(?:(?:um|a las|a) )?(\\d{1,2})[:h](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?"
                    + "(?: ?([ap])\\.? ?m\\.?)?");
    private static final Pattern NUMERIC =
            Pattern.compile("\\(?(?:utc|gmt)? ?([+-])(\\d{1,2})(?::?(\\d{2}))?\\)?(?: .*)?");

    /** Abbreviations that mean one offset wherever they are written. Others are left to the zone that the caller names. */
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("west", 60),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("mez", 60),
            Map.entry("cest", 120),
            Map.entry("mesz", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("akst", -540),
            Map.entry("akdt", -480),
            Map.entry("hst", -600),
            Map.entry("jst", 540),
            Map.entry("nzst", 720),
            Map.entry("nzdt", 780),
            Map.entry("aest", 600),
            Map.entry("aedt", 660));

    static Optional<WrittenTime> read(String text) {
        String plain = Headings.plain(text);
        Optional<WrittenDate> date = WrittenDate.read(plain);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        String rest = plain.substring(date.get().end());
        Matcher matcher = TIME.matcher(rest);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String zone = rest.substring(matcher.end()).strip();
        Optional<ZoneOffset> offset = offset(zone);
        // What follows the time is a zone or something that nobody understands; then the time is not understood either.
        if (!zone.isEmpty() && offset.isEmpty() && !zone.matches("[a-z]{2,5}|uhr")) {
            return Optional.empty();
        }
        return time(matcher).map(time -> new WrittenTime(date.get(), time, offset.orElse(null)));
    }

    LocalDateTime local(DateOrder order) {
        return date.in(order) == null ? null : date.in(order).atTime(time);
    }

    private static Optional<LocalTime> time(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group(1));
        String half = matcher.group(5);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(LocalTime.of(hour, Integer.parseInt(matcher.group(2)), second));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(String zone) {
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        String name = zone.replaceAll("[()]", "");
        if (MINUTES.containsKey(name)) {
            return Optional.of(ZoneOffset.ofTotalSeconds(60 * MINUTES.get(name)));
        }
        Matcher numeric = NUMERIC.matcher(zone);
        if (!numeric.matches()) {
            return Optional.empty();
        }
        int minutes = 60 * Integer.parseInt(numeric.group(2))
                + (numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3)));
        return minutes > 18 * 60
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(60 * (numeric.group(1).equals("-") ? -minutes : minutes)));
    }
}
