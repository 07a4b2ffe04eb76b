package rapport.events.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.copy.CopyOut;

/**
 * A list in a file. The database is done before the client has read the first byte, so a slow client holds nothing open; the
 * memory in use does not depend on the number of rows.
 *
 * @param hash of what was read and how it was asked for: the same for the same content, another one for another
 * @param changes how far the changes reach that the list has seen
 */
record Spool(Path file, long rows, long bytes, long guardedCells, String hash, long changes) {
    private static final int BUFFER = 1 << 16;
    private static final int HASH_LENGTH = 16;

    /** Writes what the COPY brings. When that fails, no file is left. */
    static Spool of(CopyOut copy, Export export, Path file, MessageDigest digest, long changes)
            throws IOException, SQLException {
        boolean written = false;
        try {
            long rows = 0;
            long guarded;
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                Sheet sheet = export.sheet(out);
                byte[] row = copy.readFromCopy();
                while (row != null) {
                    digest.update(row);
                    sheet.row(row);
                    rows++;
                    row = copy.readFromCopy();
                }
                sheet.end();
                guarded = sheet.guardedCells();
            }
            String hash = HexFormat.of().formatHex(digest.digest(), 0, HASH_LENGTH);
            var spool = new Spool(file, rows, Files.size(file), guarded, hash, changes);
            written = true;
            return spool;
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
    }
}
