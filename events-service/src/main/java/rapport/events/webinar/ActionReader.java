package rapport.events.webinar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads lists of who came and who went: the first form of a Teams report, which is taken while the meeting runs. */
final class ActionReader {
    private static final Pattern LEAVING = Pattern.compile(".*(?:left|verlassen|quitt|parti|sali|abandon).*");

    private record Action(long line, Who who, Instant at, boolean leaves) {}

    private ActionReader() {}

    static Report read(WebinarFormat format, List<ReportTable> tables, TimeReading times) {
        Map<Who, List<Action>> actions = new LinkedHashMap<>();
        var faults = new ArrayList<Report.Fault>();
        int anonymous = 0;
        for (ReportTable table : tables) {
            for (Grid.Row row : table.rows()) {
                Who who = TableReader.who(table, row);
                String action = table.get(row, Column.ACTION);
                String at = table.get(row, Column.TIMESTAMP);
                List<Instant> instants = at == null ? List.of() : times.read(at);
                if (who.isAnonymous()) {
                    anonymous++;
                } else if (action == null || instants.isEmpty()) {
                    faults.add(new Report.Fault(row.line(), who.shown(), "unreadable-time"));
                } else {
                    boolean leaves = LEAVING.matcher(Headings.plain(action)).matches();
                    actions.computeIfAbsent(who, any -> new ArrayList<>())
                            .add(new Action(row.line(), who, instants.getFirst(), leaves));
                }
            }
        }
        var rows = new ArrayList<ReportRow>();
        actions.values().forEach(own -> rows.addAll(stays(own)));
        return new Report(format, rows, 0, anonymous, faults);
    }

    /** Pairs coming with going. Coming twice is two devices, of which the first counts on; going first says nothing. */
    private static List<ReportRow> stays(List<Action> actions) {
        var rows = new ArrayList<ReportRow>();
        Action came = null;
        for (Action action : actions.stream()
                .sorted(Comparator.comparing(Action::at).thenComparing(Action::leaves))
                .toList()) {
            if (!action.leaves()) {
                came = came == null ? action : came;
            } else if (came != null) {
                rows.add(new ReportRow(came.line(), came.who(), came.at(), action.at(), null));
                came = null;
            }
        }
        if (came != null) {
            rows.add(new ReportRow(came.line(), came.who(), came.at(), null, null));
        }
        return rows;
    }
}
