package rapport.system.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import rapport.stack.parts.Database;

/**
 * Loads the very rows that uploads have stored with {@code COPY}, into the same tables of another database, over as many
 * connections as the uploads used: the fastest way there is into Postgres, without reading, merging or answering anything.
 */
final class CopyRival {
    /** The outbox is read from the rival itself later: the relay empties ours. */
    private static final Map<String, String> TABLES = tables();

    private final Database database;

    CopyRival(Database database) {
        this.database = database;
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put(
                "contact",
                "owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card, version, state");
        tables.put(
                "scan",
                "owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at, "
                        + "clock_corrected, device_id, device_sequence");
        return tables;
    }

    /** The stored rows of one owner, as COPY reads them. */
    record Rows(byte[] contacts, byte[] scans, byte[] messages) {}

    /** Reads what the owner's uploads have left in the service's database. */
    static Rows of(Connection contacts, String owner, SampleRows sample) throws Exception {
        return new Rows(
                read(contacts, "select " + TABLES.get("contact") + " from contact where owner = '" + owner + "'"),
                read(contacts, "select " + TABLES.get("scan") + " from scan where owner = '" + owner + "'"),
                read(
                        contacts,
                        "select 'rapport.contact.v1', id, version, 'contact.changed.v1', '" + sample.messageBody()
                                + "' from contact where owner = '" + owner + "'"));
    }

    private static byte[] read(Connection connection, String query) throws Exception {
        var out = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", out);
        return out.toByteArray();
    }

    /** Rows of scans loaded per second; each element of the list is loaded by a connection of its own, in one transaction. */
    double perSecond(List<Rows> perConnection, int scans) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(perConnection.size())) {
            for (int i = 0; i < perConnection.size(); i++) {
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            long start = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < perConnection.size(); i++) {
                Connection connection = connections.get(i);
                Rows rows = perConnection.get(i);
                Callable<Void> load = () -> load(connection, rows);
                running.add(threads.submit(load));
            }
            for (Future<Void> each : running) {
                each.get();
            }
            return scans * 1e9 / (System.nanoTime() - start);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static Void load(Connection connection, Rows rows) throws Exception {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn(
                "copy contact (" + TABLES.get("contact") + ") from stdin", new ByteArrayInputStream(rows.contacts()));
        copy.copyIn("copy scan (" + TABLES.get("scan") + ") from stdin", new ByteArrayInputStream(rows.scans()));
        copy.copyIn(
                "copy outbox (topic, key, version, type, body) from stdin", new ByteArrayInputStream(rows.messages()));
        connection.commit();
        return null;
    }
}
