package rapport.events.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One worksheet with a frozen header. Numbers, truth values and times are cells of their kind; text is written where it stands,
 * without a table of shared strings that would grow with the rows.
 */
final class XlsxSheet implements Sheet {
    /** The rows of a worksheet, the header among them. */
    static final int MAX_ROWS = 1_048_576;

    private static final int MAX_TEXT = 32_767;
    private static final int FLUSH_EVERY = 500;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    /** A spreadsheet reads {@code _x000D_} in a cell as a carriage return, so what looks like that is written in the same way. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Workbook book;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int row;
    private long guardedCells;

    XlsxSheet(OutputStream out, List<Column> columns) {
        this.columns = columns;
        this.book = new Workbook(out, "Rapport", null);
        // Whoever waits for the file waits for the processor, not for the line.
        book.setCompressionLevel(1);
        this.sheet = book.newWorksheet("Export");
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).key());
            sheet.style(0, i).bold().set();
            sheet.width(i, 20);
        }
        row = 1;
    }

    @Override
    public void row(byte[] bytes) throws IOException {
        if (row == MAX_ROWS) {
            throw new ExportRefused.TooManyRows();
        }
        String[] cells = CopyText.cells(bytes, columns.size());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                cell(i, columns.get(i), cells[i]);
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int at, Column column, String text) {
        switch (column.kind()) {
            case NUMBER -> sheet.value(row, at, Long.valueOf(text));
            case FLAG -> sheet.value(row, at, Boolean.valueOf(text));
            case LOCAL_TIME -> time(at, LocalDateTime.parse(text));
            case INSTANT -> time(at, OffsetDateTime.parse(text).toLocalDateTime());
            case CODE -> sheet.inlineString(row, at, text);
            case TEXT, LIST -> words(at, column, text);
        }
    }

    private void time(int at, LocalDateTime time) {
        sheet.value(row, at, time);
        sheet.style(row, at).format(TIME).set();
    }

    private void words(int at, Column column, String text) {
        String safe = text;
        if (Formula.isDangerous(text)) {
            safe = (char) Formula.GUARD + text;
            guardedCells++;
        }
        if (safe.length() > MAX_TEXT) {
            throw new ExportRefused.CellTooLong(column.key(), row);
        }
        sheet.inlineString(row, at, escaped(safe));
    }

    /** XML turns a carriage return into a line feed. */
    private static String escaped(String text) {
        String plain =
                text.indexOf('_') < 0 ? text : LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
        return plain.indexOf('\r') < 0 ? plain : plain.replace("\r", "_x000D_");
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }

    @Override
    public long guardedCells() {
        return guardedCells;
    }
}
