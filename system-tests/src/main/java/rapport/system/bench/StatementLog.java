package rapport.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.stack.postgres.PostgresServer;

/**
 * What statements of contacts-service cost, as Postgres itself writes it down: how long it parsed, planned and carried out each of them,
 * and by which plan, with the pages that were read.
 */
final class StatementLog implements AutoCloseable {
    private static final String ROLE = "contacts";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DURATION = Pattern.compile(
            "duration: ([0-9.]+) ms  (parse|bind|execute) [^:]*: (.*)|duration: ([0-9.]+) ms  statement: (.*)",
            Pattern.DOTALL);
    private static final Pattern PLAN =
            Pattern.compile("duration: [0-9.]+ ms  plan:\nQuery Text: (.*)", Pattern.DOTALL);
    private static final Pattern TOP_OF_A_PLAN = Pattern.compile("^(?=\\S.*\\(cost=)", Pattern.MULTILINE);
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private final Connection contacts;
    private final FileChannel log;
    private final Deque<String> unread = new ArrayDeque<>();
    private long position;
    private int marks;

    private StatementLog(Connection contacts, FileChannel log) {
        this.contacts = contacts;
        this.log = log;
    }

    /** Makes Postgres write it down. It is started anew for that, so services that use it should not be running. */
    static StatementLog of(PostgresServer postgres, Path directory) throws SQLException, IOException {
        var server = postgres.database("postgres");
        try (Connection admin = DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                var statement = admin.createStatement()) {
            statement.execute("load 'auto_explain'");
            for (String setting : List.of(
                    "logging_collector = on",
                    "log_destination = 'jsonlog'",
                    "log_directory = '" + directory + "'",
                    "log_filename = 'statements'",
                    "log_rotation_size = 0",
                    "max_wal_size = '8GB'",
                    "shared_buffers = '512MB'")) {
                statement.execute("alter system set " + setting);
            }
            for (String setting : List.of(
                    "session_preload_libraries = 'auto_explain'",
                    "log_min_duration_statement = 0",
                    "log_parameter_max_length = 0",
                    "auto_explain.log_min_duration = 0",
                    "auto_explain.log_analyze = on",
                    "auto_explain.log_buffers = on",
                    "auto_explain.log_timing = off",
                    "auto_explain.log_parameter_max_length = 0")) {
                statement.execute("alter role " + ROLE + " set " + setting);
            }
        }
        postgres.close();
        postgres.start();
        var database = postgres.database(ROLE);
        Path file = directory.resolve("statements.json");
        Connection contacts = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        return new StatementLog(contacts, FileChannel.open(file));
    }

    /**
     * One statement that was carried out.
     *
     * @param millis parsing, planning and execution together
     * @param plan empty when there was none
     */
    record Statement(String text, double millis, String plan) {
        /** Pages that were looked at, in Postgres's memory or not. */
        long pages() {
            Matcher buffers = BUFFERS.matcher(plan);
            return buffers.find() ? number(buffers.group(1)) + number(buffers.group(2)) : 0;
        }

        private static long number(String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }
    }

    /** Everything that was carried out since the last call. */
    List<Statement> next() throws SQLException, IOException, InterruptedException {
        String mark = "mark " + ++marks + ".";
        try (var statement = contacts.createStatement()) {
            statement.execute("select '" + mark + "'");
        }
        var entries = new ArrayList<JsonNode>();
        while (entries.isEmpty() || !entries.getLast().path("message").asText().contains(mark)) {
            if (unread.isEmpty()) {
                Thread.sleep(2);
                unread.addAll(lines());
            } else {
                entries.add(JSON.readTree(unread.removeFirst()));
            }
        }
        return statements(entries);
    }

    /** Those that are complete; Postgres may be in the middle of one. */
    private List<String> lines() throws IOException {
        var bytes = ByteBuffer.allocate((int) (log.size() - position));
        while (bytes.hasRemaining() && log.read(bytes, position + bytes.position()) >= 0) {}
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        position += end;
        return new String(bytes.array(), 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Statement> statements(List<JsonNode> entries) {
        var millis = new HashMap<String, Double>();
        var plans = new HashMap<String, String>();
        for (JsonNode entry : entries) {
            String message = entry.path("message").asText();
            Matcher duration = DURATION.matcher(message);
            Matcher plan = PLAN.matcher(message);
            if (message.contains("select 'mark ")) {
                continue;
            }
            if (duration.matches()) {
                boolean simple = duration.group(5) != null;
                millis.merge(
                        simple ? duration.group(5) : duration.group(3),
                        Double.parseDouble(duration.group(simple ? 4 : 1)),
                        Double::sum);
            } else if (plan.matches()) {
                String[] parts = TOP_OF_A_PLAN.split(plan.group(1), 2);
                plans.put(parts[0].strip(), parts.length > 1 ? parts[1] : "");
            }
        }
        return millis.entrySet().stream()
                .map((Map.Entry<String, Double> one) -> new Statement(
                        one.getKey(),
                        one.getValue(),
                        plans.getOrDefault(one.getKey().strip(), "")))
                .toList();
    }

    @Override
    public void close() throws SQLException, IOException {
        log.close();
        contacts.close();
    }
}
