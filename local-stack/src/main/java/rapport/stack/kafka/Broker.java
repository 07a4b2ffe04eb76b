package rapport.stack.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import rapport.stack.process.ClassPath;
import rapport.stack.process.JavaProcess;
import rapport.stack.process.Watchdog;

/** One KRaft broker in a JVM of its own, which can be stopped, killed and started again on the same data and port. */
public final class Broker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final Path log;
    private JavaProcess process;
    private Watchdog watchdog;

    private Broker(Path directory, int port, int controllerPort, Path log) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
    }

    public static Broker start(Path directory, int port, int controllerPort, Path log) {
        var broker = new Broker(directory, port, controllerPort, log);
        broker.start();
        return broker;
    }

    public void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        Path settings = writeSettings();
        List<String> arguments = List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + directory.resolve("classes.jsa"),
                "-Xshare:auto",
                "-cp",
                ClassPath.ofTheStack(),
                BrokerProcess.class.getName(),
                settings.toString());
        process = JavaProcess.start(new JavaProcess.Command("kafka", arguments, Map.of(), directory), log);
        watchdog = Watchdog.over(process.pid(), "TERM");
        awaitReady();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Stops the broker's clock: nobody is told, nothing is answered, until {@link #resume()}. */
    public void pause() {
        process.signal("STOP");
    }

    public void resume() {
        process.signal("CONT");
    }

    public void kill() {
        process.kill();
        watchdog.close();
    }

    @Override
    public void close() {
        // A paused broker could not hear that it has to end.
        resume();
        process.closeInput(GRACE);
        watchdog.close();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        var client = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers(),
                "reconnect.backoff.ms", "20",
                "reconnect.backoff.max.ms", "100",
                "retry.backoff.ms", "50");
        try (var admin = Admin.create(client)) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                try {
                    if (!admin.describeCluster()
                            .nodes()
                            .get(2, TimeUnit.SECONDS)
                            .isEmpty()) {
                        return;
                    }
                } catch (TimeoutException | ExecutionException notYet) {
                    // The loop's deadline decides when this is a failure.
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        String lastLines = process.lastLines(20);
        kill();
        throw new IllegalStateException("Kafka did not start; the last lines of its log:\n" + lastLines);
    }

    private Path writeSettings() {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", directory.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "6"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "6"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Without these a broker that was killed waits ten seconds for its own old session.
                Map.entry("controlled.shutdown.enable", "true"),
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // One buffer of this size per cleaner thread; the default alone would take half of the heap.
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216")));
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("broker.properties");
            try (var writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
