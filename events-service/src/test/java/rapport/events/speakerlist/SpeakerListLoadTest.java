package rapport.events.speakerlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rapport.events.FrontDoor;
import rapport.kit.testing.CapturedLog;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

/** What an export costs the service: statements, connections, disk. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
@Timeout(120)
class SpeakerListLoadTest extends FrontDoor {
    /** More than the connection pool has, so that one connection each would be too many. */
    private static final int SLOW_CLIENTS = 25;

    @Test
    void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() throws SQLException {
        String small = event();
        speakers(small, 1, 10);
        String large = event();
        speakers(large, 2000, 10);
        for (String format : List.of("csv", "json", "ndjson", "vcf", "xlsx")) {
            String query = "/speaker-list?format=" + format;
            as("olga").get("/events/" + small + query);

            List<String> few = statements(() -> as("olga").get("/events/" + small + query));
            List<String> many = statements(() -> as("olga").get("/events/" + large + query));

            assertThat(few).as(format).isNotEmpty().hasSizeLessThan(12);
            assertThat(many).as(format).hasSameSizeAs(few);
        }
    }

    @Test
    void clientsThatStopReadingHoldNoTransactionNoConnectionAndInTheEndNoFile() throws Exception {
        String id = event();
        speakers(id, 3000, 4000);
        List<Socket> clients = new ArrayList<>();
        try (var log = CapturedLog.ofEverything("rapport.kit.problem.ProblemMappers")) {
            readSlowlyAndGoAway(id, clients);
            await().untilAsserted(() -> assertThat(spooled()).isZero());
            assertThat(log.errors()).isEmpty();
        }
    }

    private void readSlowlyAndGoAway(String id, List<Socket> clients) throws IOException {
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                clients.add(startReading("/events/" + id + "/speaker-list"));
            }

            assertThat(rows("""
                            select pid, state, query
                            from   pg_stat_activity
                            where  datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                            """)).isEmpty();
            assertThat(as("olga")
                            .get("/events/" + id + "/speaker-list?fields=status")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(spooled()).isGreaterThanOrEqualTo(SLOW_CLIENTS);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aListIsSentAsAWholeAlsoToWhoAsksForAPartOfItAndNotAtAllToWhoAsksOnlyForItsHead() throws SQLException {
        String id = event();
        speakers(id, 3, 10);
        String path = "/events/" + id + "/speaker-list?fields=status";
        var whole = as("olga").get(path);

        var part = as("olga").with("Range", "bytes=0-3").get(path);
        var head = as("olga").send("HEAD", path, "", null);

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(whole.body()).hasLineCount(4);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        await().untilAsserted(() -> assertThat(spooled()).isZero());
    }

    /** The head and the first bytes, through a window that holds no more. */
    private Socket startReading(String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
                        .formatted(path, Tokens.bearer("olga"))
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] head = socket.getInputStream().readNBytes(200);
        assertThat(new String(head, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
        return socket;
    }

    private static long spooled() {
        Path directory = Path.of(
                System.getProperty("java.io.tmpdir"),
                "rapport-exports-" + ProcessHandle.current().pid());
        try (var files = Files.list(directory)) {
            return files.count();
        } catch (IOException e) {
            throw new AssertionError(directory.toString(), e);
        }
    }

    /** @param thread whose: sweeps and relays of the service send statements of their own at any moment */
    private record Sent(long thread, String statement) {}

    /** What the driver sends for the thread that exports while something is done, in its own words. */
    private static List<String> statements(Runnable work) {
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var listener = new Handler() {
            @Override
            public void publish(LogRecord message) {
                String text = message.getMessage();
                if (text.contains("FE=> Execute(") || text.contains("FE=> Query(")) {
                    sent.add(new Sent(message.getLongThreadID(), text));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = driver.getLevel();
        driver.setLevel(Level.FINEST);
        driver.setUseParentHandlers(false);
        driver.addHandler(listener);
        try {
            work.run();
        } finally {
            driver.removeHandler(listener);
            driver.setUseParentHandlers(true);
            driver.setLevel(before);
        }
        long exporting = sent.stream()
                .filter(one -> one.statement().contains("CopyStart"))
                .findFirst()
                .orElseThrow()
                .thread();
        return sent.stream()
                .filter(one -> one.thread() == exporting)
                .map(Sent::statement)
                .toList();
    }

    /** Straight into the tables: thousands through the door would only test the door. */
    private void speakers(String event, int number, int bioLength) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("""
                        with people as (
                          insert into person (id, version, display_name, created_at, updated_at)
                          select uuidv7(), 1, 'Speaker ' || n, now(), now()
                          from   generate_series(1, ?) as n
                          returning id, display_name
                        )
                        insert into speaker (id, version, event_id, person_id, display_name, bio, interests, contact_mode,
                                             email_shared, status, created_at, updated_at)
                        select uuidv7(), 1, ?, id, display_name, repeat('x', ?), '{}', 'OPEN', false, 'ACTIVE', now(), now()
                        from   people
                        """)) {
            statement.setInt(1, number);
            statement.setObject(2, UUID.fromString(event));
            statement.setInt(3, bioLength);
            statement.executeUpdate();
        }
    }
}
