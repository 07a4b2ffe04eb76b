package rapport.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM started by this one, with its output in a log file.
 *
 * <p>It ignores the terminal's Ctrl-C: that signal reaches the whole process group at once, and the order in which the
 * parts stop is ours. It is ended by SIGTERM, by SIGKILL, or by the end of its standard input.
 */
public final class JavaProcess {
    private static final String IMMUNE_TO_CTRL_C = "trap '' INT; exec \"$@\"";

    private final String name;
    private final Process process;
    private final Path log;

    private JavaProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** What to run: {@code arguments} are everything that follows {@code java}. */
    public record Command(String name, List<String> arguments, Map<String, String> environment, Path directory) {
        public Command {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    public static JavaProcess start(Command command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            List<String> line = new ArrayList<>(List.of("sh", "-c", IMMUNE_TO_CTRL_C, command.name(), java()));
            line.addAll(command.arguments());
            var builder = new ProcessBuilder(line)
                    .directory(command.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            return new JavaProcess(command.name(), builder.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The java command of the running JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitValue() {
        return process.exitValue();
    }

    public Path log() {
        return log;
    }

    /** SIGTERM, and SIGKILL when it has not ended within the grace. */
    public void stop(Duration grace) {
        process.destroy();
        awaitEndOrKill(grace);
    }

    /** The end of its input, which our own mains take as the wish to stop in order. */
    public void closeInput(Duration grace) {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroy();
        }
        awaitEndOrKill(grace);
    }

    public void kill() {
        process.destroyForcibly();
        awaitEndOrKill(Duration.ofSeconds(10));
    }

    /** Sends a signal by its name, such as STOP. */
    public void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of the log, for the message about a failed start. */
    public String lastLines(int count) {
        try {
            // A log may hold bytes that are no UTF-8: decode leniently instead of failing on the way to an error.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException unreadable) {
            return "(no log: " + log + ")";
        }
    }

    private void awaitEndOrKill(Duration grace) {
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
