package rapport.events.speakerlist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/**
 * Brings the rows of a COPY into a temporary file, with the line ends of RFC 4180. The database is done before the client
 * has read the first byte, so a slow client holds nothing open; the memory in use does not depend on the number of rows.
 */
final class Spool {
    private static final int BUFFER = 1 << 16;
    private static final byte[] BOM = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final String GUARDED = "=+-@\t\r\n'";

    private final Path file;
    private long rows = -1;
    private long bytes;
    private long guardedCells;

    private Spool(Path file) {
        this.file = file;
    }

    static Spool of(CopyOut copy, ExportRequest request) throws IOException, SQLException {
        var spool = new Spool(Files.createTempFile("rapport-export-", ".csv"));
        try (var out = new BufferedOutputStream(Files.newOutputStream(spool.file), BUFFER)) {
            spool.fill(copy, out, request);
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(spool.file);
            throw e;
        }
        return spool;
    }

    private void fill(CopyOut copy, OutputStream out, ExportRequest request) throws IOException, SQLException {
        if (request.bom()) {
            out.write(BOM);
            bytes += BOM.length;
        }
        byte[] row = copy.readFromCopy();
        while (row != null) {
            int length = row[row.length - 1] == '\n' ? row.length - 1 : row.length;
            out.write(row, 0, length);
            out.write(LINE_END);
            bytes += length + LINE_END.length;
            rows++;
            countGuarded(row, length, (byte) request.delimiter().character);
            row = copy.readFromCopy();
        }
    }

    /** Guarded cells are of the columns that are always quoted: they begin with a quote and the apostrophe. */
    private void countGuarded(byte[] row, int length, byte delimiter) {
        boolean quoted = false;
        boolean cellStart = true;
        for (int i = 0; i < length; i++) {
            byte b = row[i];
            if (cellStart && b == '"' && i + 2 < length && row[i + 1] == '\'' && GUARDED.indexOf(row[i + 2]) >= 0) {
                guardedCells++;
            }
            cellStart = false;
            if (b == '"') {
                quoted = !quoted;
            } else if (b == delimiter && !quoted) {
                cellStart = true;
            }
        }
    }

    /** The file, which is gone when the stream is closed. */
    InputStream open() {
        try {
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new ExportFailed(e);
        }
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    long guardedCells() {
        return guardedCells;
    }
}
