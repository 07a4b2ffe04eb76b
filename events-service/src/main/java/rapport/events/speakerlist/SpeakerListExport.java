package rapport.events.speakerlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import rapport.events.sql.Sql;

/** Takes the speaker list of an event out of the database: one statement, so one snapshot. */
@ApplicationScoped
class SpeakerListExport {
    /**
     * Versions only grow and rows are only added, so these sums change with every change. The greatest transaction id would
     * not do: a transaction that began earlier may commit later.
     */
    private static final String STATE = """
            select (select concat(count(*), '.', sum(version)) from speaker where event_id = ?)
                   || '.' || (select concat(count(*), '.', sum(version)) from session where event_id = ?) as state
            """;

    private final DataSource dataSource;
    private final Sql sql;

    SpeakerListExport(DataSource dataSource, Sql sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    /** The entity tag of what the export would give now. */
    String etag(ExportRequest request) {
        String state = sql.query(STATE, row -> row.getString("state"), request.eventId(), request.eventId())
                .getFirst();
        byte[] tag = sha256().digest((state + request).getBytes(StandardCharsets.UTF_8));
        return '"' + HexFormat.of().formatHex(tag, 0, 16) + '"';
    }

    Spool spool(ExportRequest request) {
        try (Connection connection = dataSource.getConnection()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(SpeakerListSql.copy(request));
            try {
                return Spool.of(copy, request);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException | IOException e) {
            throw new ExportFailed(e);
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
