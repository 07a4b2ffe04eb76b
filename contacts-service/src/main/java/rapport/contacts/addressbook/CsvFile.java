package rapport.contacts.addressbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapport.kit.problem.Invalid;

/**
 * CSV as address books export it: our own, Google's, Outlook's and LinkedIn's. The header may come after a preamble, as in
 * LinkedIn's file of connections.
 */
final class CsvFile {
    private static final String DELIMITERS = ",;\t";
    private static final int PREAMBLE = 20;

    private CsvFile() {}

    /** @param region where telephone numbers without country code are; null when that is not known */
    static List<Row> read(byte[] file, String region) {
        String text = CleanText.decoded(file);
        for (char delimiter : DELIMITERS.toCharArray()) {
            List<CsvRecord> records = records(text, delimiter);
            int header = header(records);
            if (header >= 0) {
                return rows(records, header, region);
            }
        }
        throw Invalid.of("", "unknown-columns", "The file has no columns that an address book has.");
    }

    private static List<CsvRecord> records(String text, char delimiter) {
        try (var reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw Invalid.of("", "malformed-csv", "The file is not readable as CSV.");
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static int header(List<CsvRecord> records) {
        for (int i = 0; i < Math.min(records.size(), PREAMBLE); i++) {
            if (names(records.get(i)).stream().filter(CsvColumns::isName).count() >= 1
                    && names(records.get(i)).size() > 1) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(CsvRecord record) {
        return record.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Row> rows(List<CsvRecord> records, int header, String region) {
        var columns = new CsvColumns(names(records.get(header)));
        var rows = new ArrayList<Row>();
        for (CsvRecord record : records.subList(header + 1, records.size())) {
            // More cells than columns are cut lines: a cell would stand under a foreign name. Fewer are only short of
            // the end.
            rows.add(
                    record.getFieldCount() > columns.count()
                            ? Row.faulty(record.getStartingLineNumber(), "ragged-row")
                            : Row.of(record.getStartingLineNumber(), columns.entry(record.getFields(), region)));
        }
        return rows;
    }
}
