package rapport.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Ends a process when this JVM is gone, however it went: a tiny shell reads from a pipe that only this JVM holds open,
 * so even kill -9 of this JVM leaves no orphan.
 */
public final class Watchdog implements AutoCloseable {
    private static final String SCRIPT =
            "trap '' INT HUP; while read -r line; do :; done; kill -\"$1\" \"$2\" 2>/dev/null";

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    public static Watchdog over(long pid, String signal) {
        try {
            return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT, "watchdog", signal, Long.toString(pid))
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
