package rapport.events.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Collects what happens to each row. */
public final class ImportLog {
    public static final String SESSION = "session";
    public static final String SPEAKER = "speaker";
    public static final String REGISTRATION = "registration";

    static final int ROWS = 500;

    private final List<ImportRow> rows = new ArrayList<>();

    public void add(long row, String kind, String key, Outcome outcome) {
        rows.add(new ImportRow(row, kind, key, outcome, null));
    }

    /** @param reason why it was refused, or what is remarkable about it; may be null */
    public void add(long row, String kind, String key, Outcome outcome, String reason) {
        rows.add(new ImportRow(row, kind, key, outcome, reason));
    }

    Counts total() {
        return Counts.of(rows, SESSION).plus(Counts.of(rows, SPEAKER)).plus(Counts.of(rows, REGISTRATION));
    }

    ImportReport report(UUID importId, String format) {
        // Errors and conflicts first: they are what somebody has to act on.
        List<ImportRow> shown = rows.stream()
                .sorted(Comparator.comparing(ImportRow::outcome).reversed())
                .limit(ROWS)
                .toList();
        return new ImportReport(
                importId,
                importId == null,
                format,
                Counts.of(rows, SESSION),
                Counts.of(rows, SPEAKER),
                Counts.of(rows, REGISTRATION),
                shown,
                rows.size() > ROWS);
    }
}
