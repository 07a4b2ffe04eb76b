package rapport.events.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Takes a list out of the database: always the same few statements in one snapshot, whatever the number of rows. */
@ApplicationScoped
class Exporter {
    private static final String SNAPSHOT = "set transaction isolation level repeatable read read only";
    private static final String CHANGES =
            "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 as seen_until";
    /** Each holds a connection while the rows come; other requests need some, too. */
    private static final int AT_ONCE = 4;

    private static final long PATIENCE_SECONDS = 10;

    private final DataSource dataSource;
    private final SpoolDirectory directory;
    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    Exporter(DataSource dataSource, SpoolDirectory directory) {
        this.dataSource = dataSource;
        this.directory = directory;
    }

    Spool spool(Export export) {
        try {
            if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyExports();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyExports();
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return inSnapshot(connection, export);
            } finally {
                connection.rollback();
            }
        } catch (SQLException | IOException e) {
            throw new ExportFailed(e);
        } finally {
            permits.release();
        }
    }

    private Spool inSnapshot(Connection connection, Export export) throws SQLException, IOException {
        long changes;
        try (var statement = connection.createStatement()) {
            statement.execute(SNAPSHOT);
            try (var row = statement.executeQuery(CHANGES)) {
                row.next();
                changes = row.getLong("seen_until");
            }
        }
        MessageDigest digest = sha256();
        digest.update(export.form().getBytes(UTF_8));
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(export.selection().copy(export.shape()));
        try {
            return Spool.of(copy, export, directory.newFile(), digest, changes);
        } finally {
            // Reads what is left after a refusal. A cancellation can be late and would then hit the connection's next
            // statement.
            while (copy.isActive() && copy.readFromCopy() != null) {}
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
