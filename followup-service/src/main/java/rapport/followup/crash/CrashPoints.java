package rapport.followup.crash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Ends the process where a test wants it to end: no shutdown, no finally, no flush, as if it had been killed. */
@ApplicationScoped
public class CrashPoints {

    /** None is armed. */
    public static final CrashPoints NONE = new CrashPoints(null, 0, () -> {});

    private static final Logger LOG = Logger.getLogger(CrashPoints.class);
    private static final int KILLED = 137;

    private final CrashPoint armed;
    private final AtomicInteger left;
    private final Runnable end;

    @Inject
    CrashPoints(CrashConfig config) {
        this(config.at().orElse(null), config.passing(), CrashPoints::kill);
        if (armed != null) {
            LOG.warnf("this process is going to end on purpose: at=%s passing=%d", armed, config.passing());
        }
    }

    CrashPoints(CrashPoint armed, int passing, Runnable end) {
        this.armed = armed;
        this.left = new AtomicInteger(passing);
        this.end = end;
    }

    /** Not {@code halt}: that lets the JVM finish work of its own first, and all other threads go on meanwhile. */
    private static void kill() {
        long self = ProcessHandle.current().pid();
        try {
            new ProcessBuilder("kill", "-KILL", Long.toString(self)).start().waitFor();
        } catch (IOException e) {
            LOG.warnf("there is no command to kill this process with, it ends otherwise: reason=%s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(KILLED);
    }

    public void pass(CrashPoint point) {
        if (point == armed && left.decrementAndGet() == 0) {
            // Its last word: who armed the point reads in the log that this death was no other one.
            LOG.warnf("this process ends here, on purpose: at=%s", point);
            end.run();
        }
    }
}
