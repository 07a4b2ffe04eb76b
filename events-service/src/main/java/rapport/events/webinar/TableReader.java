package rapport.events.webinar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tables in which a row is a stay, or the sum of somebody's stays. */
final class TableReader {
    private static final Set<String> YES = Set.of("yes", "y", "ja", "oui", "si", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "nein", "non", "false", "0");

    private final WebinarFormat format;
    private final TimeReading times;
    private final List<ReportRow> rows = new ArrayList<>();
    private final List<Report.Fault> faults = new ArrayList<>();
    private int absent;
    private int anonymous;

    TableReader(WebinarFormat format, TimeReading times) {
        this.format = format;
        this.times = times;
    }

    Report read(List<ReportTable> tables) {
        for (ReportTable table : tables) {
            Who before = null;
            for (Grid.Row row : table.rows()) {
                Who who = who(table, row);
                // Some reports name a registrant once and leave the name out where they came back.
                boolean cameBack = who.isAnonymous() && before != null && table.has(Column.ATTENDED);
                before = cameBack ? before : who;
                take(table, row, before);
            }
        }
        return new Report(format, rows, absent, anonymous, faults);
    }

    private void take(ReportTable table, Grid.Row row, Who who) {
        if (is(table, row, Column.WAITING, YES)) {
            return;
        }
        String joined = table.get(row, Column.JOINED);
        String left = table.get(row, Column.LEFT);
        Optional<Integer> length = length(table, row);
        if (is(table, row, Column.ATTENDED, NO) || joined == null && left == null && length.isEmpty()) {
            absent++;
            return;
        }
        List<Instant> from = joined == null ? List.of() : times.read(joined);
        List<Instant> to = left == null ? List.of() : times.read(left);
        if (joined != null && from.isEmpty() || left != null && to.isEmpty()) {
            fault(row, who, "unreadable-time");
            return;
        }
        Optional<Times> stay = Times.of(from, to, length.orElse(null));
        if (stay.isEmpty()) {
            fault(row, who, from.isEmpty() ? "no-beginning" : "left-before-joined");
        } else if (who.isAnonymous()) {
            anonymous++;
        } else {
            Times when = table.has(Column.DURATION) && length.isPresent()
                    ? stay.get().noLongerThan(length.get())
                    : stay.get();
            rows.add(new ReportRow(row.line(), who, when.joinedAt(), when.leftAt(), when.seconds()));
        }
    }

    private void fault(Grid.Row row, Who who, String reason) {
        faults.add(new Report.Fault(row.line(), who.shown(), reason));
    }

    static Who who(ReportTable table, Grid.Row row) {
        String name = Stream.of(Column.ORIGINAL_NAME, Column.NAME)
                .map(column -> table.get(row, column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String parts = Stream.of(Column.FIRST_NAME, Column.LAST_NAME)
                .map(column -> table.get(row, column))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String email = table.get(row, Column.EMAIL);
        return Who.of(
                table.get(row, Column.EXTERNAL_ID),
                email == null ? table.get(row, Column.PRINCIPAL) : email,
                table.get(row, Column.ORCID),
                parts.isEmpty() ? name : parts);
    }

    private static Optional<Integer> length(ReportTable table, Grid.Row row) {
        return Stream.of(Column.DURATION, Column.MINUTES, Column.SECONDS)
                .filter(column -> table.get(row, column) != null)
                .findFirst()
                .flatMap(column -> WrittenDuration.seconds(table.get(row, column), column == Column.SECONDS ? 1 : 60));
    }

    private static boolean is(ReportTable table, Grid.Row row, Column column, Set<String> words) {
        String text = table.get(row, column);
        return text != null && words.contains(Headings.plain(text));
    }
}
