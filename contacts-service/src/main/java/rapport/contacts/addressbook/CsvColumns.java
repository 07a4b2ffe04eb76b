package rapport.contacts.addressbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import rapport.contacts.details.CareerStage;
import rapport.contacts.details.ZoneSource;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.kit.time.WallTime;

/** What the columns of an address book's CSV mean, by their names in lower case. */
final class CsvColumns {
    private static final Set<String> GIVEN = Set.of("given_name", "first name", "given name");
    private static final Set<String> FAMILY = Set.of("family_name", "last name", "family name");
    private static final Set<String> DISPLAY = Set.of("display_name", "name", "display name", "file as");
    private static final Set<String> AFFILIATION =
            Set.of("affiliation", "company", "organization name", "organization 1 - name");
    private static final Set<String> ROLE =
            Set.of("roles", "position", "job title", "organization title", "organization 1 - title");
    private static final Set<String> TAG = Set.of("tags", "categories", "labels", "group membership");
    private static final Pattern EMAIL =
            Pattern.compile("emails|email|email address|e-mail( \\d)? address|e-mail \\d+ - value");
    private static final Pattern PHONE = Pattern.compile(
            "phones|phone \\d+ - value|(business|home|mobile|other|primary|company main|car) phone( \\d)?");
    private static final Pattern LINK = Pattern.compile(
            "url|links|web ?page|website|website \\d+ - value|personal web page|linkedin|researchgate|x");
    private static final Pattern SEVERAL = Pattern.compile(" ::: |[|]|;");
    private static final String FORMULA = "=+-@\t\r\n";
    private static final DateTimeFormatter LINKEDIN_DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu")
            .toFormatter(Locale.ENGLISH);

    private final List<String> names;

    CsvColumns(List<String> names) {
        this.names = names;
    }

    int count() {
        return names.size();
    }

    /** Whether a column of this name tells who somebody is: a file without any is no address book. */
    static boolean isName(String name) {
        return GIVEN.contains(name)
                || FAMILY.contains(name)
                || DISPLAY.contains(name)
                || EMAIL.matcher(name).matches();
    }

    Entry entry(List<String> cells, String region) {
        var entry = new Entry();
        var values = new Values(entry, region);
        for (int i = 0; i < cells.size(); i++) {
            String cell = unguarded(cells.get(i));
            if (!cell.isBlank()) {
                put(entry, values, names.get(i), cell, labelOf(i, cells));
            }
        }
        return entry;
    }

    private static void put(Entry entry, Values values, String column, String cell, String label) {
        if (GIVEN.contains(column)) {
            entry.with(Field.GIVEN_NAME, cell);
        } else if (FAMILY.contains(column)) {
            entry.with(Field.FAMILY_NAME, cell);
        } else if (DISPLAY.contains(column)) {
            entry.with(Field.DISPLAY_NAME, cell);
        } else if (AFFILIATION.contains(column)) {
            entry.with(Field.AFFILIATION, cell);
        } else if (ROLE.contains(column)) {
            split(cell).forEach(role -> entry.with(Several.ROLES, role, null));
        } else if (TAG.contains(column)) {
            split(cell).stream().filter(tag -> !tag.startsWith("*")).forEach(entry::tag);
        } else if (EMAIL.matcher(column).matches()) {
            split(cell).forEach(address -> values.email(address, label));
        } else if (PHONE.matcher(column).matches()) {
            split(cell).forEach(number -> values.phone(number, label));
        } else if (LINK.matcher(column).matches()) {
            Arrays.stream(cell.split(" ::: |[|]")).forEach(values::link);
        } else {
            putOther(entry, values, column, cell);
        }
    }

    private static void putOther(Entry entry, Values values, String column, String cell) {
        switch (column) {
            case "uid" -> entry.identified(cell, null);
            case "orcid" -> values.orcid(cell);
            case "languages" -> split(cell).forEach(values::language);
            case "interests" -> split(cell).forEach(interest -> entry.with(Several.INTERESTS, interest, null));
            case "my_goal" -> entry.with(Field.MY_GOAL, cell);
            case "notes" -> entry.note(cell);
            case "career_stage" -> {
                if (Arrays.stream(CareerStage.values())
                        .anyMatch(stage -> stage.name().equals(cell.strip()))) {
                    entry.with(Field.CAREER_STAGE, cell);
                } else {
                    entry.remark("career-stage-not-known");
                }
            }
            case "zone" -> {
                if (WallTime.isZone(cell.strip())) {
                    entry.with(Field.ZONE, cell).with(Field.ZONE_SOURCE, ZoneSource.IMPORTED.name());
                }
            }
            case "connected on" -> connected(entry, cell);
            default -> {
                // Birthdays, addresses and the like: nothing that a contact here holds.
            }
        }
    }

    private static void connected(Entry entry, String cell) {
        try {
            entry.connected(
                    LocalDate.parse(cell.strip(), LINKEDIN_DAY).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unknown) {
            entry.remark("date-not-readable");
        }
    }

    /** Google writes a value's label into the column beside it; Outlook's is in the column's name. */
    private String labelOf(int column, List<String> cells) {
        String name = names.get(column);
        if (name.endsWith(" - value")) {
            String stem = name.substring(0, name.length() - "value".length());
            for (String kind : List.of("label", "type")) {
                int beside = names.indexOf(stem + kind);
                if (beside >= 0 && beside < cells.size()) {
                    return cells.get(beside).replace("*", "").strip().toLowerCase(Locale.ROOT);
                }
            }
        }
        return name.endsWith(" phone") ? name.substring(0, name.length() - " phone".length()) : null;
    }

    private static List<String> split(String cell) {
        return Arrays.stream(SEVERAL.split(cell))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Takes back the apostrophe that exports put before what a spreadsheet would run as a formula. */
    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
