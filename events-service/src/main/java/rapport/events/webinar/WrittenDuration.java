package rapport.events.webinar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as platforms write it: {@code 1h 2m 3s}, {@code 1 Std. 2 Min.}, {@code 00:58:12}, or a number. */
final class WrittenDuration {
    private static final int LONGEST = 7 * 24 * 3600;
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,4})?");
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{1,6}) ?(h|hr|hrs|hour|hours|heure|heures|hora|horas|std|stunde|stunden|m|mn|min|mins|minute"
                    + "|minutes|minuten|minuto|minutos|s|sec|secs|second|seconds|seconde|secondes|sek|sekunde|sekunden|seg"
                    + "|segundo|segundos)\\.?(?![a-z])[ ,]*(?:and|und|et|y)? ?");

    private WrittenDuration() {}

    /**
     * @param unit the seconds of a plain number: 60 where the heading says minutes
     * @return seconds; empty when the text is no length
     */
    static Optional<Integer> seconds(String text, int unit) {
        String plain = Headings.plain(text);
        if (NUMBER.matcher(plain).matches()) {
            return sane(Math.round(Double.parseDouble(plain.replace(',', '.')) * unit));
        }
        Matcher clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            return sane(3600L * number(clock, 1) + 60L * number(clock, 2) + number(clock, 3));
        }
        Matcher part = PARTS.matcher(plain);
        long seconds = 0;
        int end = 0;
        while (end < plain.length() && part.find(end) && part.start() == end) {
            seconds += (long) number(part, 1) * unitOf(part.group(2).charAt(0), part.group(2));
            end = part.end();
        }
        return end == 0 || end < plain.length() ? Optional.empty() : sane(seconds);
    }

    private static int unitOf(char first, String unit) {
        return switch (first) {
            case 'h' -> 3600;
            case 'm' -> 60;
            default -> unit.startsWith("st") ? 3600 : 1;
        };
    }

    private static Optional<Integer> sane(long seconds) {
        return seconds > LONGEST ? Optional.empty() : Optional.of((int) seconds);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
