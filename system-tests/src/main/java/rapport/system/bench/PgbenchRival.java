package rapport.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rapport.stack.parts.Database;

/**
 * Commits the rows of one scan at a time, over prepared statements: contact, scan and outbox row in one round trip, nothing looked
 * up and nothing merged. By pgbench when it is installed, else by the same loop over JDBC.
 */
final class PgbenchRival {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Database database;
    private final Path directory;
    private final SampleRows sample;
    private int runs;

    PgbenchRival(Database database, Path directory, SampleRows sample) {
        this.database = database;
        this.directory = directory;
        this.sample = sample;
    }

    static boolean installed() {
        try {
            return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Scans committed per second. */
    double perSecond(int scans, int clients) throws Exception {
        runs++;
        return installed() ? byPgbench(scans, clients) : byJdbc(scans, clients);
    }

    private double byPgbench(int scans, int clients) throws IOException, InterruptedException {
        Path script = directory.resolve("one-scan.sql");
        Files.writeString(
                script,
                "\\set i :i + 1\n"
                        + sample.insertOne("'" + runs + "-' || :client_id", "lpad(to_hex(:i::int), 12, '0')")
                                .replace('\n', ' ')
                        + "\n");
        var uri = Pattern.compile("jdbc:postgresql://([^:]+):(\\d+)/(\\w+)").matcher(database.jdbcUrl());
        if (!uri.find()) {
            throw new IllegalArgumentException(database.jdbcUrl());
        }
        var builder = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--jobs=2",
                        "--define=i=0",
                        "--client=" + clients,
                        "--transactions=" + scans / clients,
                        "--file=" + script,
                        "--host=" + uri.group(1),
                        "--port=" + uri.group(2),
                        "--username=" + database.username(),
                        uri.group(3))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        Matcher tps = TPS.matcher(output);
        Optional<Double> last = Optional.empty();
        while (tps.find()) {
            last = Optional.of(Double.parseDouble(tps.group(1)));
        }
        if (process.waitFor() != 0 || last.isEmpty()) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return last.get();
    }

    private double byJdbc(int scans, int clients) throws SQLException, InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            long start = System.nanoTime();
            for (int client = 0; client < clients; client++) {
                String owner = runs + "-" + client;
                running.add(threads.submit(() -> commitOneByOne(scans / clients, owner)));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return scans * 1e9 / (System.nanoTime() - start);
        }
    }

    private Void commitOneByOne(int scans, String owner) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var insert = connection.prepareStatement(sample.insertOne("?", "lpad(to_hex(?::int), 12, '0')"))) {
            for (int i = 1; i <= scans; i++) {
                insert.setString(1, owner);
                insert.setInt(2, i);
                insert.executeUpdate();
            }
        }
        return null;
    }
}
