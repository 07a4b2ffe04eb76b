package rapport.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Ends a process when this JVM is gone, however it went: a tiny shell reads from a pipe that only this JVM holds open,
 * so even kill -9 of this JVM leaves no orphan. The process is asked first, and killed when it has not ended within the
 * grace: a JVM that ended in order may still be writing its archive of loaded classes, which can take longer than all
 * else and is no loss.
 */
public final class Watchdog implements AutoCloseable {
    private static final int GRACE_SECONDS = 5;
    private static final String SCRIPT = """
            trap '' INT HUP
            while read -r line; do :; done
            kill -"$1" "$2" 2>/dev/null
            waited=0
            while [ "$waited" -lt "$3" ] && kill -0 "$2" 2>/dev/null; do
              sleep 1
              waited=$((waited + 1))
            done
            kill -KILL "$2" 2>/dev/null
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    public static Watchdog over(long pid, String signal) {
        return over(pid, signal, GRACE_SECONDS);
    }

    static Watchdog over(long pid, String signal, int graceSeconds) {
        try {
            return new Watchdog(new ProcessBuilder(
                            "sh", "-c", SCRIPT, "watchdog", signal, Long.toString(pid), Integer.toString(graceSeconds))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The watched process has ended in order: nothing is killed any more. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
