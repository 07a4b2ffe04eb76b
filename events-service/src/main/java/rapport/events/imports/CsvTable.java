package rapport.events.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Invalid;

/**
 * A CSV file as people make them: UTF-8 with or without byte order mark, or else Windows-1252; comma, semicolon or tab. The
 * first line names the columns; columns that nobody asks for are ignored.
 */
public record CsvTable(List<Row> rows) {
    private static final String DELIMITERS = ",;\t";

    /**
     * One record.
     *
     * @param fault why the record cannot be used; null when it can
     */
    public record Row(long line, List<String> header, List<String> cells, String fault) {

        /** The cleaned text of a column; null when it is blank or the file has no such column. */
        public String get(String column) {
            int index = header.indexOf(column);
            return index < 0 || index >= cells.size() ? null : CellText.clean(CellText.unguarded(cells.get(index)));
        }

        /** A cell that holds several values, separated by a bar or a semicolon. */
        public List<String> list(String column) {
            String text = get(column);
            if (text == null) {
                return null;
            }
            return List.of(text.split("[|;]")).stream()
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    /** @param oneOf at least one of these columns has to be there */
    public static CsvTable read(byte[] file, Set<String> oneOf) {
        String text = decoded(file);
        try (var reader = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.isEmpty()) {
                throw Invalid.of("", "empty-file", "The file has no header line.");
            }
            List<String> header = header(records.getFirst(), oneOf);
            var rows = new ArrayList<Row>();
            for (CsvRecord record : records.subList(1, records.size())) {
                boolean ragged = record.getFieldCount() != header.size();
                rows.add(new Row(
                        record.getStartingLineNumber(), header, record.getFields(), ragged ? "ragged-row" : null));
            }
            return new CsvTable(rows);
        } catch (CsvParseException e) {
            throw Invalid.of("", "malformed-csv", "The file is not readable as CSV.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("memory does not fail", e);
        }
    }

    private static List<String> header(CsvRecord record, Set<String> oneOf) {
        List<String> header = record.getFields().stream()
                .map(name ->
                        Optional.ofNullable(CellText.clean(name)).orElse("").toLowerCase(Locale.ROOT))
                .toList();
        var seen = new HashSet<String>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw Invalid.of(
                        "",
                        "duplicate-header",
                        "The column '" + DomainException.excerpt(name) + "' is there more than once.");
            }
        }
        if (oneOf.stream().noneMatch(seen::contains)) {
            throw Invalid.of(
                    "", "missing-column", "The file needs one of the columns " + String.join(", ", oneOf) + ".");
        }
        return header;
    }

    private static String decoded(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = Charset.forName("windows-1252").decode(ByteBuffer.wrap(file)).toString();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The delimiter that the header line has most of, outside of quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                counts[DELIMITERS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
