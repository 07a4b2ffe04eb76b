package rapport.events.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV of RFC 4180. COPY does the quoting; what is left is the line end and the apostrophe before formulas, both put between the
 * bytes as they pass: nothing is decoded.
 */
final class CsvSheet implements Sheet {
    private static final byte[] BOM = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;
    private final byte delimiter;
    private long guardedCells;

    CsvSheet(OutputStream out, Shape shape, List<String> keys) throws IOException {
        this.out = out;
        this.delimiter = shape.delimiter().character();
        if (shape.bom()) {
            out.write(BOM);
        }
        String header = String.join(Character.toString((char) delimiter), keys);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(LINE_END);
    }

    @Override
    public void row(byte[] row) throws IOException {
        int end = row[row.length - 1] == '\n' ? row.length - 1 : row.length;
        int written = 0;
        int cell = 0;
        while (cell < end) {
            if (row[cell] == '"') {
                if (Formula.isDangerous(row, cell + 1, end)) {
                    out.write(row, written, cell + 1 - written);
                    out.write(Formula.GUARD);
                    written = cell + 1;
                    guardedCells++;
                }
                cell = closingQuote(row, cell + 1);
            }
            cell = next(row, cell, end);
        }
        out.write(row, written, end - written);
        out.write(LINE_END);
    }

    /** A doubled quote stands for one and does not close. */
    private static int closingQuote(byte[] row, int from) {
        int at = from;
        while (row[at] != '"' || isQuote(row, at + 1)) {
            at += row[at] == '"' ? 2 : 1;
        }
        return at;
    }

    private static boolean isQuote(byte[] row, int at) {
        return at < row.length && row[at] == '"';
    }

    /** Where the next cell begins. */
    private int next(byte[] row, int from, int end) {
        int at = from;
        while (at < end && row[at] != delimiter) {
            at++;
        }
        return at + 1;
    }

    @Override
    public void end() {}

    @Override
    public long guardedCells() {
        return guardedCells;
    }
}
