package rapport.events.webinar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as platforms write it. Where day and month cannot be told apart, both readings are kept.
 *
 * @param dayFirst null when the numbers make no date that way
 * @param monthFirst null when the numbers make no date that way
 * @param end where the date ends in the text
 */
record WrittenDate(LocalDate dayFirst, LocalDate monthFirst, int end) {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile("([a-z]{3,10})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})\\.? (?:de )?([a-z]{3,10})\\.?,? (?:de )?(\\d{4})");

    private static final List<String> MONTHS = List.of(
            "jan january januar janvier janv ene enero janner",
            "feb february februar fevrier fevr febrero",
            "mar march marz mrz mars marzo",
            "apr april avril avr abr abril",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet juil julio",
            "aug august aout ago agosto",
            "sep sept september septembre septiembre",
            "oct october okt oktober octobre octubre",
            "nov november novembre noviembre",
            "dec december dez dezember decembre dic diciembre");

    private static final Map<String, Integer> MONTH = new HashMap<>();

    static {
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String name : MONTHS.get(i).split(" ")) {
                MONTH.put(name, i + 1);
            }
        }
    }

    /** @param plain text as {@link Headings#plain} leaves it, beginning with the date */
    static Optional<WrittenDate> read(String plain) {
        Matcher iso = YEAR_FIRST.matcher(plain);
        if (iso.lookingAt()) {
            return certain(date(number(iso, 1), number(iso, 2), number(iso, 3)), iso.end());
        }
        Matcher numbers = NUMBERS.matcher(plain);
        if (numbers.lookingAt()) {
            int year = number(numbers, 4) < 100 ? 2000 + number(numbers, 4) : number(numbers, 4);
            LocalDate dayFirst = date(year, number(numbers, 3), number(numbers, 1));
            // Nobody writes the month first with dots.
            LocalDate monthFirst =
                    numbers.group(2).equals(".") ? dayFirst : date(year, number(numbers, 1), number(numbers, 3));
            return dayFirst == null && monthFirst == null
                    ? Optional.empty()
                    : Optional.of(new WrittenDate(dayFirst, monthFirst, numbers.end()));
        }
        Matcher monthDay = MONTH_DAY.matcher(plain);
        if (monthDay.lookingAt() && MONTH.containsKey(monthDay.group(1))) {
            return certain(
                    date(number(monthDay, 3), MONTH.get(monthDay.group(1)), number(monthDay, 2)), monthDay.end());
        }
        Matcher dayMonth = DAY_MONTH.matcher(plain);
        if (dayMonth.lookingAt() && MONTH.containsKey(dayMonth.group(2))) {
            return certain(
                    date(number(dayMonth, 3), MONTH.get(dayMonth.group(2)), number(dayMonth, 1)), dayMonth.end());
        }
        return Optional.empty();
    }

    LocalDate in(DateOrder order) {
        return order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
    }

    /** Whether somebody has to know which number is the day. */
    boolean isAmbiguous() {
        return dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
    }

    private static Optional<WrittenDate> certain(LocalDate date, int end) {
        return Optional.ofNullable(date).map(only -> new WrittenDate(only, only, end));
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return year < 2000 || year > 2100 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
