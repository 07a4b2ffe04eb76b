package rapport.system.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import rapport.stack.Stack;
import rapport.stack.service.Service;

/** One place for a replica of followup-service, with a directory and a journal: it dies there and comes back again and again. */
final class DyingReplica {
    /** As {@code rapport.followup.crash.CrashPoints} says it. */
    private static final String LAST_WORD = "this process ends here, on purpose: at=";

    private static final int PART = 10;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Stack stack;
    private final int number;

    DyingReplica(Stack stack, int number) {
        this.stack = stack;
        this.number = number;
    }

    /**
     * Starts a replica that is going to end at the point, and gives it and the others work until it does.
     *
     * @param passing the how manieth time it passes the point
     * @param chunk so many messages become due, whatever happens
     * @return whether it died there, by its own word; else it is killed wherever it is
     */
    boolean diesAt(String point, int passing, DueMessages due, int chunk) throws Exception {
        Service doomed = stack.replica("followup", number, armed(point, passing));
        long born = size(doomed.log());
        doomed.start();
        awaitLife(doomed);
        int left = chunk;
        // In small parts: whoever comes first takes what is there, and this one has to get some.
        while (doomed.isAlive() && left > 0) {
            due.release(Math.min(PART, left));
            left -= PART;
            awaitEnd(doomed, A_MOMENT);
        }
        boolean died = !doomed.isAlive();
        if (died) {
            doomed.close();
            due.release(Math.max(0, left));
        } else {
            doomed.kill();
        }
        return died && saidLast(doomed.log(), born, point);
    }

    /** Comes back for good, with its journal. */
    Service revive() {
        Service alive = stack.replica("followup", number, Map.of());
        alive.start();
        return alive;
    }

    private static Map<String, String> armed(String point, int passing) {
        return Map.of(
                "FOLLOWUP_CRASH_AT",
                point,
                "FOLLOWUP_CRASH_PASSING",
                Integer.toString(passing),
                "FOLLOWUP_DISPATCH_POLL",
                "PT0.02S");
    }

    private static void awaitLife(Service doomed) {
        try {
            doomed.awaitReady();
        } catch (RuntimeException diedBefore) {
            // Others had left work: it died at its point before it was ready.
            if (doomed.isAlive()) {
                throw diedBefore;
            }
        }
    }

    private static void awaitEnd(Service doomed, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (doomed.isAlive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static long size(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private static boolean saidLast(Path log, long from, String point) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] life = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(life);
            String constant = point.toUpperCase(Locale.ROOT).replace('-', '_');
            return new String(life, StandardCharsets.UTF_8).contains(LAST_WORD + constant);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
