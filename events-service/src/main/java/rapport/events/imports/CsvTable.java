package rapport.events.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import rapport.kit.problem.Invalid;

/**
 * A CSV file as people make them: any of the usual encodings; comma, semicolon or tab, whichever the header line has most of;
 * line breaks within quotes. The first line names the columns. Rows are handed on one by one.
 */
final class CsvTable {
    private static final String DELIMITERS = ",;\t";

    private CsvTable() {}

    static void read(byte[] file, Columns columns, ImportLog log, Consumer<TableRow> rows) {
        try (Reader text = FileText.open(file);
                var reader = CsvReader.builder()
                        .fieldSeparator(delimiter(file))
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw Invalid.of("", "empty-file", "The file has no header line.");
            }
            CsvHeader header = CsvHeader.of(records.next().getFields(), columns);
            header.unknown().forEach(log::unknownColumn);
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (!isBlank(record.getFields())) {
                    rows.accept(row(record, header));
                }
            }
        } catch (CsvParseException e) {
            throw Invalid.of("", "malformed-csv", "The file is not readable as CSV.");
        } catch (UncheckedIOException | IOException e) {
            throw Invalid.of("", "malformed-csv", "A cell of the file is too long.");
        }
    }

    private static TableRow row(CsvRecord record, CsvHeader header) {
        var row = new TableRow(record.getStartingLineNumber(), "column:");
        List<String> cells = record.getFields();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            String column = header.column(i);
            if (column != null) {
                row.put(column, header.name(i), List.of(CellText.unguarded(cells.get(i))));
            }
        }
        boolean surplus = cells.size() > header.size() && !isBlank(cells.subList(header.size(), cells.size()));
        if (surplus || cells.size() < header.size()) {
            row.broken("ragged-row", "The row has another number of cells than the header.");
        }
        return row;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The delimiter that the header line has most of, outside of quotes. */
    private static char delimiter(byte[] file) throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        try (Reader text = FileText.open(file)) {
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    break;
                } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                    counts[DELIMITERS.indexOf(c)]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
