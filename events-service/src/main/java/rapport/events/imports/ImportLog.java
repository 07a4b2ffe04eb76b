package rapport.events.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.kit.problem.Fault;

/** Collects what happens to each row: all are counted, some of each outcome are kept. */
public final class ImportLog {
    public static final String SESSION = "session";
    public static final String SPEAKER = "speaker";
    public static final String REGISTRATION = "registration";

    static final int ROWS = 500;
    private static final int COLUMNS = 100;

    private final Map<String, Counts> counts = new HashMap<>();
    private final Map<Outcome, List<ImportRow>> rows = new EnumMap<>(Outcome.class);
    private final List<ImportRow> missing = new ArrayList<>();
    private final Set<String> unknownColumns = new LinkedHashSet<>();
    private int missingCount;
    private int removedCount;

    public void add(long row, String kind, String key, Outcome outcome) {
        add(row, kind, key, outcome, List.of());
    }

    /** @param remark what is remarkable about it, or why it was refused */
    public void add(long row, String kind, String key, Outcome outcome, Fault remark) {
        add(row, kind, key, outcome, List.of(remark));
    }

    public void add(long row, String kind, String key, Outcome outcome, List<Fault> faults) {
        counts.merge(kind, Counts.NONE.plus(outcome), Counts::plus);
        List<ImportRow> kept = rows.computeIfAbsent(outcome, any -> new ArrayList<>());
        if (kept.size() < ROWS) {
            kept.add(new ImportRow(row, kind, key, outcome, faults));
        }
    }

    /** Something that an earlier file has brought and this one does not mention. */
    public void missing(String kind, String key, boolean removed) {
        missingCount++;
        removedCount += removed ? 1 : 0;
        if (missing.size() < ROWS) {
            var fault = removed
                    ? new Fault("", "removed", "The file does not mention it: it was removed, as asked for.")
                    : new Fault("", "missing", "The file does not mention it: it stays.");
            missing.add(new ImportRow(0, kind, key, removed ? Outcome.UPDATE : Outcome.SKIP, List.of(fault)));
        }
    }

    public void unknownColumn(String name) {
        if (unknownColumns.size() < COLUMNS) {
            unknownColumns.add(name);
        }
    }

    Counts of(String kind) {
        return counts.getOrDefault(kind, Counts.NONE);
    }

    Counts total() {
        return counts.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Whether anything is different after the import. */
    boolean changed() {
        return total().create() + total().update() + removedCount > 0;
    }

    List<ImportRow> missing() {
        return missing;
    }

    int missingCount() {
        return missingCount;
    }

    int removedCount() {
        return removedCount;
    }

    Set<String> unknownColumns() {
        return unknownColumns;
    }

    /** Errors and conflicts first: they are what somebody has to act on. */
    List<ImportRow> shown() {
        return rows.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ImportRow::outcome).reversed())
                .limit(ROWS)
                .toList();
    }

    boolean truncated() {
        Counts all = total();
        return all.create() + all.update() + all.skip() + all.unusable() > ROWS;
    }
}
