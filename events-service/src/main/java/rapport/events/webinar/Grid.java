package rapport.events.webinar;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import rapport.events.imports.CellText;
import rapport.kit.problem.Invalid;

/**
 * A file as rows of cells, before anybody knows which row is a heading: reports have titles, summaries and several tables.
 * Platforms write UTF-8 or UTF-16; spreadsheets that saved a report again write Windows-1252 and semicolons.
 */
record Grid(List<Row> rows) {
    private static final String DELIMITERS = ",;\t";
    private static final int MOST_ROWS = 50_000;

    record Row(long line, List<String> cells) {

        /** The cleaned text of a cell; null when it is blank or missing. */
        String cell(int index) {
            return index >= cells.size() ? null : CellText.clean(CellText.unguarded(cells.get(index)));
        }

        /** The only cell that says something, or null: a title stands alone. */
        String title() {
            List<String> said = IntStream.range(0, cells.size())
                    .mapToObj(this::cell)
                    .filter(Objects::nonNull)
                    .toList();
            return said.size() == 1 && cell(0) != null ? said.getFirst() : null;
        }
    }

    static Grid read(String text) {
        try (var reader = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<Row> rows = reader.stream()
                    .limit(MOST_ROWS + 1L)
                    .map(record -> new Row(record.getStartingLineNumber(), record.getFields()))
                    .toList();
            if (rows.size() > MOST_ROWS) {
                throw new ReportRefused.TooManyRows(MOST_ROWS);
            }
            return new Grid(rows);
        } catch (CsvParseException e) {
            throw Invalid.of("", "malformed-csv", "The file is not readable as a table.");
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    static String decoded(byte[] file) {
        String text;
        if (starts(file, 0xFF, 0xFE) || file.length > 3 && file[1] == 0 && file[3] == 0) {
            text = new String(file, StandardCharsets.UTF_16LE);
        } else if (starts(file, 0xFE, 0xFF) || file.length > 3 && file[0] == 0 && file[2] == 0) {
            text = new String(file, StandardCharsets.UTF_16BE);
        } else {
            text = eightBits(file);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String eightBits(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252").decode(ByteBuffer.wrap(file)).toString();
        }
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    /** What the whole file has most of, outside of quotes: the first line of a report is often a title. */
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            int kind = DELIMITERS.indexOf(text.charAt(i));
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (kind >= 0 && !quoted) {
                counts[kind]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
