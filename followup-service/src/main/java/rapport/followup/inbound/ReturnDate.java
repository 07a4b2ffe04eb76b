package rapport.followup.inbound;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds when somebody is back in the words of an automatic answer, in English, German, French and Spanish. Better none than a wrong
 * one: a date counts only behind a word that announces it, and 03/04 is no date.
 */
final class ReturnDate {

    private static final int FARTHEST_DAYS = 400;

    /** Away through that day: back on the next one. */
    private static final String THROUGH =
            "until|till|through|thru|bis(?:\\s+(?:zum|einschließlich|einschl\\.))?|jusqu['’]au|hasta(?:\\s+el)?";

    /** Back on that day. */
    private static final String BACK =
            "back|return(?:ing)?|again|ab|wieder|zurück|retour|de\\s+retour|reviens|regreso|vuelvo|regresaré|volveré";

    private static final String GAP =
            "(?:\\s+(?:in|to|the|office|work|on|from|am|ab|im|büro|dem|den|der|le|el|du|de|erreichbar|da"
                    + "|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
                    + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
                    + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo)[,.]?){0,6}\\s+";

    private static final String DATE = "(?:(?<iy>\\d{4})-(?<im>\\d{2})-(?<id>\\d{2})"
            + "|(?<dd>\\d{1,2})\\.\\s?(?<dm>\\d{1,2})\\.(?:\\s?(?<dy>\\d{4}|\\d{2}))?"
            + "|(?<sd>\\d{1,2})/(?<sm>\\d{1,2})/(?<sy>\\d{4})"
            + "|(?<wd>\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s+(?:of\\s+|de\\s+)?(?<wm>\\p{L}{3,10})\\.?,?(?:\\s+(?:de\\s+)?(?<wy>\\d{4}))?"
            + "|(?<nm>\\p{L}{3,10})\\.?\\s+(?<nd>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<ny>\\d{4}))?)";

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?<![\\p{L}])(?:(?<through>" + THROUGH + ")|(?<back>" + BACK + "))" + GAP + DATE + "(?![\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("jän", 1),
            Map.entry("ene", 1),
            Map.entry("feb", 2),
            Map.entry("fév", 2),
            Map.entry("fev", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
            Map.entry("apr", 4),
            Map.entry("avr", 4),
            Map.entry("abr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("juin", 6),
            Map.entry("jul", 7),
            Map.entry("juil", 7),
            Map.entry("aug", 8),
            Map.entry("aoû", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12),
            Map.entry("déc", 12),
            Map.entry("dic", 12));

    private ReturnDate() {}

    /** The first day on which the author is back; the latest one when several are named. Always after today. */
    static Optional<LocalDate> in(String words, LocalDate today) {
        Matcher matcher = ANNOUNCED.matcher(words.replaceAll("[\\s\u00a0]+", " "));
        LocalDate latest = null;
        while (matcher.find()) {
            LocalDate named = date(matcher, today);
            if (named != null) {
                LocalDate back = matcher.group("through") != null ? named.plusDays(1) : named;
                boolean sensible = back.isAfter(today) && !back.isAfter(today.plusDays(FARTHEST_DAYS));
                latest = sensible && (latest == null || back.isAfter(latest)) ? back : latest;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static LocalDate date(Matcher m, LocalDate today) {
        try {
            if (m.group("iy") != null) {
                return LocalDate.of(number(m, "iy"), number(m, "im"), number(m, "id"));
            }
            if (m.group("dd") != null) {
                return of(m.group("dy"), number(m, "dm"), number(m, "dd"), today);
            }
            if (m.group("sd") != null) {
                return slashed(number(m, "sd"), number(m, "sm"), number(m, "sy"));
            }
            boolean dayFirst = m.group("wd") != null;
            Integer month = month(m.group(dayFirst ? "wm" : "nm"));
            return month == null
                    ? null
                    : of(m.group(dayFirst ? "wy" : "ny"), month, number(m, dayFirst ? "wd" : "nd"), today);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Only when it reads the same on both sides of the Atlantic. */
    private static LocalDate slashed(int first, int second, int year) {
        if (first > 12) {
            return LocalDate.of(year, second, first);
        }
        return second > 12 || first == second ? LocalDate.of(year, first, second) : null;
    }

    /** Without a year, the next such day. */
    private static LocalDate of(String year, int month, int day, LocalDate today) {
        if (year != null) {
            int number = Integer.parseInt(year);
            return LocalDate.of(number < 100 ? 2000 + number : number, month, day);
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private static Integer month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Integer four = lower.length() >= 4 ? MONTHS.get(lower.substring(0, 4)) : null;
        return four != null ? four : MONTHS.get(lower.substring(0, 3));
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }
}
