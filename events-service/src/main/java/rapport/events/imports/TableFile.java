package rapport.events.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import rapport.kit.problem.Invalid;

/** A table that somebody has uploaded. It is read as a stream, a thousand rows at a time. */
public record TableFile(byte[] content, TableFormat format) {
    static final int MOST_ROWS = 50_000;
    private static final int TOGETHER = 1_000;

    /**
     * Hands on the rows in the order of the file.
     *
     * @throws Invalid when the file is not readable, lacks the columns that identify, or has more than {@value #MOST_ROWS} rows
     */
    public void read(Columns columns, ImportLog log, Consumer<List<TableRow>> work) {
        var waiting = new ArrayList<TableRow>(TOGETHER);
        var count = new int[1];
        Consumer<TableRow> rows = row -> {
            if (++count[0] > MOST_ROWS) {
                throw Invalid.of("", "too-many-rows", "A file has at most " + MOST_ROWS + " rows.");
            }
            waiting.add(row);
            if (waiting.size() == TOGETHER) {
                work.accept(List.copyOf(waiting));
                waiting.clear();
            }
        };
        if (format == TableFormat.CSV) {
            CsvTable.read(content, columns, log, rows);
        } else {
            JsonTable.read(content, format, columns, log, rows);
        }
        if (!waiting.isEmpty()) {
            work.accept(List.copyOf(waiting));
        }
    }
}
