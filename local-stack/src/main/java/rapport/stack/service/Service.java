package rapport.stack.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.stack.StartFailed;
import rapport.stack.process.JavaProcess;
import rapport.stack.process.PidFiles;
import rapport.stack.process.Watchdog;

/** One deployed service: its packaged jar in a JVM of its own, which can be stopped, killed and started again. */
public final class Service implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    /** Longer than quarkus.shutdown.timeout: what is in flight is finished first. */
    private static final Duration GRACE = Duration.ofSeconds(40);

    private static final int LINES_OF_A_FAILURE = 30;

    private final Spec spec;
    private final PidFiles pids;
    private JavaProcess process;
    private Watchdog watchdog;

    public Service(Spec spec, PidFiles pids) {
        this.spec = spec;
        this.pids = pids;
    }

    /** What a service is started with. */
    public record Spec(
            String name, Path jar, int port, List<String> jvmArguments, Map<String, String> environment, Path data) {

        Path log() {
            return data.resolve("logs").resolve(name + ".log");
        }

        Path directory() {
            return data.resolve(name);
        }
    }

    public String name() {
        return spec.name();
    }

    public String url() {
        return "http://127.0.0.1:" + spec.port();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return spec.log();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts the process; {@link #awaitReady()} tells when it can be used. */
    public void start() {
        if (isAlive()) {
            return;
        }
        List<String> arguments = new ArrayList<>(spec.jvmArguments());
        arguments.add("-XX:+AutoCreateSharedArchive");
        arguments.add("-XX:SharedArchiveFile=" + spec.data().resolve("cache").resolve(spec.name() + ".jsa"));
        arguments.add("-Xlog:cds=off");
        arguments.add("-Xlog:aot=off");
        arguments.add("-jar");
        arguments.add(spec.jar().toString());
        createDirectories();
        process = JavaProcess.start(
                new JavaProcess.Command(spec.name(), arguments, spec.environment(), spec.directory()), spec.log());
        watchdog = Watchdog.over(process.pid(), "TERM");
        pids.remember(spec.name(), process.pid());
    }

    /** Returns when the readiness probe says so, and fails with the end of the log when it never will. */
    public void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new StartFailed(spec.name() + " ended with status " + process.exitValue()
                            + " while starting; the end of " + spec.log() + ":\n"
                            + process.lastLines(LINES_OF_A_FAILURE));
                }
                if (isReady(client)) {
                    return;
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while waiting for " + spec.name());
        }
        throw new StartFailed(spec.name() + " was not ready after " + START.toSeconds() + " s; the end of " + spec.log()
                + ":\n" + process.lastLines(LINES_OF_A_FAILURE));
    }

    /** SIGTERM, as a deployment does it. */
    @Override
    public void close() {
        if (process != null) {
            process.stop(GRACE);
            ended();
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
        ended();
    }

    public void restart() {
        close();
        start();
        awaitReady();
    }

    private void ended() {
        watchdog.close();
        pids.forget(spec.name());
    }

    private void createDirectories() {
        try {
            Files.createDirectories(spec.directory());
            Files.createDirectories(spec.data().resolve("cache"));
        } catch (IOException failure) {
            throw new StartFailed("The data directory cannot be used: " + failure.getMessage());
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        var probe = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
