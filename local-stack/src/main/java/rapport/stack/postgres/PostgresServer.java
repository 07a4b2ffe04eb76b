package rapport.stack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import rapport.stack.parts.Database;
import rapport.stack.process.Watchdog;

/** A durable Postgres: what it acknowledges survives a power cut, as the platform promises for scans. */
public final class PostgresServer implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            // The library switches these three off; a test against such a server proves nothing about durability.
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "300",
            "timezone", "UTC",
            "log_timezone", "UTC");
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "rapport-postgres-" + System.getProperty("user.name"));

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;
    private Watchdog watchdog;

    private PostgresServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    public static PostgresServer start(Path directory, int port) {
        var postgres = new PostgresServer(directory, port);
        postgres.start();
        return postgres;
    }

    /** Starts again on the same data and port, after {@link #close()} or {@link #kill()}. */
    public void start() {
        try {
            Files.createDirectories(directory);
            var log = Redirect.appendTo(directory.resolveSibling("postgres.log").toFile());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    // The unpacked binaries, shared by all runs of this user; another user could not write there.
                    .setOverrideWorkingDirectory(BINARIES.toFile())
                    // The collation of the platform itself: the same order on every machine.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log);
            SETTINGS.forEach(builder::setServerConfig);
            server = builder.start();
            watchdog = Watchdog.over(postmaster(), "INT");
            assertDurable();
        } catch (IOException failure) {
            throw new UncheckedIOException("Postgres did not start in " + directory, failure);
        }
    }

    public int port() {
        return port;
    }

    /** Creates the database and its owner when they are missing. */
    public Database database(String name) {
        requireIdentifier(name);
        try (var connection = connection();
                var statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login password '" + name + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("database " + name + " could not be created", failure);
        }
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, name);
    }

    public String setting(String name) {
        try (var connection = connection();
                var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("setting " + name + " could not be read", failure);
        }
    }

    /** SIGKILL for the postmaster: its sessions break, the next start recovers from the log. */
    public void kill() {
        try {
            var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
            var backends = postmaster.children().toList();
            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);
            for (var backend : backends) {
                // They notice the death of the postmaster by themselves; a restart has to wait for that.
                backend.destroyForcibly();
            }
            close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | java.util.concurrent.ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Postgres could not be killed", failure);
        }
    }

    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException alreadyGone) {
            // Killed before: there is nothing left to stop.
        } finally {
            server = null;
            watchdog.close();
        }
    }

    public long pid() {
        try {
            return postmaster();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    private void assertDurable() {
        for (String name : DURABILITY) {
            if (!"on".equals(setting(name))) {
                close();
                throw new IllegalStateException("Postgres runs with " + name + " off: acknowledged data could be lost");
            }
        }
    }

    private Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void requireIdentifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("not a plain lower-case database name: " + name);
        }
    }
}
