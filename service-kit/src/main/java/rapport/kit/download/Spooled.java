package rapport.kit.download;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** A long text that is written into a file first and sent from there: neither its length nor a slow client holds memory or a transaction. */
public final class Spooled {
    private Spooled() {}

    /** Writes the text. */
    public interface Text {
        void writeTo(Writer out) throws IOException, SQLException;
    }

    /**
     * The text in UTF-8, once all of it is written; the file is gone when the stream is closed, or when the text could not be written.
     */
    public static InputStream of(Text text) {
        try {
            Path file = Files.createTempFile("rapport-", ".tmp");
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                text.writeTo(out);
            } catch (IOException | SQLException | RuntimeException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw new UncheckedIOException("a download could not be written", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("what is to be downloaded could not be read", failure);
        }
    }
}
