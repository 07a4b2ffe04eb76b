package rapport.system.faults;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.stack.Stack;
import rapport.stack.parts.Mail;
import rapport.stack.service.Service;

/**
 * Two replicas of followup-service deliver; one of them is killed at each crash point again and again, and comes back. In the end
 * every message has to be accounted for, and nobody may have got one twice.
 */
public final class DeliveryFaults {
    /** As {@code rapport.followup.crash.CrashPoint} has them. */
    private static final List<String> POINTS = List.of(
            "after-claim-commit",
            "before-data",
            "before-dot",
            "after-dot",
            "after-answer",
            "after-journal",
            "before-completion-commit");
    /** Points that a message passes by itself; the others are passed by a batch of messages. */
    private static final Set<String> OF_ONE = Set.of("before-data", "before-dot", "after-dot");

    private static final int PARTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> UNDER_WAY = Set.of("SCHEDULED", "HELD", "SENDING");

    private final Stack stack;
    private final PrintStream out;
    private final Random random = new Random(20261125);

    public DeliveryFaults(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** What became of the messages. */
    public record Outcome(
            int messages,
            int kills,
            Map<String, Long> states,
            long doubles,
            long sentWithoutMail,
            long mailWithoutState) {

        public void requireNoDoubleAndNoLoss() {
            long accounted = states.getOrDefault("SENT", 0L) + states.getOrDefault("UNCERTAIN", 0L);
            if (doubles > 0 || sentWithoutMail > 0 || mailWithoutState > 0 || accounted != messages) {
                throw new IllegalStateException(toString());
            }
        }
    }

    /** @param killsPerPoint how often a replica is killed at each of the points */
    public Outcome run(int messages, int killsPerPoint) throws SQLException, InterruptedException {
        var database = stack.postgres().database("followup");
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            var due = new DueMessages(connection, "faults-" + Long.toString(System.nanoTime(), 36));
            due.write(messages);
            int rounds = POINTS.size() * killsPerPoint;
            int kills = 0;
            for (int round = 0; round < rounds; round++) {
                String point = POINTS.get(round % POINTS.size());
                kills += killed(due, point, messages / (rounds + 1)) ? 1 : 0;
                if (round % POINTS.size() == POINTS.size() - 1) {
                    out.printf("killed %d of %d times, %s%n", kills, round + 1, due.states());
                }
            }
            finish(due, messages);
            return outcome(due, messages, kills);
        }
    }

    /** Starts a replica that is going to die there, gives both work, and waits for its death. */
    private boolean killed(DueMessages due, String point, int chunk) throws SQLException, InterruptedException {
        int passing = OF_ONE.contains(point) ? 1 + random.nextInt(3) : 1;
        Service doomed = stack.replica("followup", 2, doom(point, passing));
        doomed.start();
        awaitLife(doomed);
        // In small parts: whoever comes first takes what is there, and both have to get some.
        for (int part = 0; part < PARTS; part++) {
            due.release(chunk / PARTS);
            if (died(doomed, Duration.ofMillis(500))) {
                doomed.close();
                return true;
            }
        }
        // The other replica was quicker with all of it: then it dies at any moment.
        doomed.kill();
        return false;
    }

    private static Map<String, String> doom(String point, int passing) {
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
            // Work was left from the round before: it died at its point before it was ready.
            if (doomed.isAlive()) {
                throw diedBefore;
            }
        }
    }

    private static boolean died(Service doomed, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (doomed.isAlive() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return !doomed.isAlive();
    }

    /** The killed replica comes back for good, with its journal; then everything comes to an end. */
    private void finish(DueMessages due, int messages) throws SQLException, InterruptedException {
        due.release(messages);
        try (Service back = stack.replica("followup", 2, Map.of())) {
            back.start();
            back.awaitReady();
            long end = System.nanoTime() + PATIENCE.toNanos();
            long before = -1;
            while (due.states().keySet().stream().anyMatch(UNDER_WAY::contains)) {
                long done = due.states().getOrDefault("SENT", 0L);
                if (done != before) {
                    before = done;
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not finished: " + due.states());
                }
                Thread.sleep(200);
            }
        }
    }

    private Outcome outcome(DueMessages due, int messages, int kills) throws SQLException {
        Map<String, String> states = due.byMessageId();
        Map<String, Long> arrived = stack.mailbox().messages().stream()
                .map(Mail::messageId)
                .filter(states::containsKey)
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        return new Outcome(
                messages,
                kills,
                due.states(),
                arrived.values().stream().filter(times -> times > 1).count(),
                states.entrySet().stream()
                        .filter(each -> each.getValue().equals("SENT") && !arrived.containsKey(each.getKey()))
                        .count(),
                arrived.keySet().stream()
                        .filter(id -> !Set.of("SENT", "UNCERTAIN").contains(states.get(id)))
                        .count());
    }
}
