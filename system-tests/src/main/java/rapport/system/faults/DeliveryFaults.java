package rapport.system.faults;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.stack.Stack;
import rapport.stack.parts.Mail;
import rapport.stack.service.Service;

/**
 * Replicas of followup-service deliver. One of them lives; two others are killed at each crash point again and again, and while
 * one of these starts the others go on. In the end every death has to have happened where it was meant to, every message has
 * to be accounted for, and nobody may have got one twice.
 */
public final class DeliveryFaults {
    private static final List<Integer> MORTAL = List.of(2, 3);
    /** So often a replica has to start that its archive pays. */
    private static final int WORTH_AN_ARCHIVE = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> UNDER_WAY = Set.of("SCHEDULED", "HELD", "SENDING");

    private final Stack stack;
    private final PrintStream out;

    public DeliveryFaults(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /**
     * What became of the messages.
     *
     * @param deaths how often a replica died at each point, by its own last word
     * @param misses how often it did not come to its point, was killed elsewhere and sent again
     */
    public record Outcome(
            int messages,
            Map<String, Integer> deaths,
            int misses,
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

        /** A point that nobody died at shows nothing. */
        public void requireEveryDeath(int perPoint) {
            boolean all = OwedDeaths.POINTS.stream().allMatch(point -> deaths.getOrDefault(point, 0) >= perPoint);
            if (!all) {
                throw new IllegalStateException("not at every point died one " + perPoint + " times: " + this);
            }
        }
    }

    /** @param killsPerPoint how often a replica is killed at each of the points */
    public Outcome run(int messages, int killsPerPoint) throws Exception {
        String name = "faults-" + Long.toString(System.nanoTime(), 36);
        var owed = new OwedDeaths(killsPerPoint);
        // A fifth is left for those who have to try again, and for the end.
        int chunk = messages * 4 / 5 / (OwedDeaths.POINTS.size() * killsPerPoint);
        try (Connection connection = connection()) {
            var due = new DueMessages(connection, name);
            due.write(messages);
            if (killsPerPoint >= WORTH_AN_ARCHIVE) {
                leaveArchives();
            }
            try (var places = Executors.newFixedThreadPool(MORTAL.size())) {
                List<Future<?>> dying = new ArrayList<>();
                for (int number : MORTAL) {
                    dying.add(places.submit(() -> {
                        dieUntilNothingIsOwed(new DyingReplica(stack, number), owed, name, chunk);
                        return null;
                    }));
                }
                for (Future<?> each : dying) {
                    each.get();
                }
            }
            if (!stack.service("followup").isAlive()) {
                throw new IllegalStateException("the replica that was to live died: " + due.states());
            }
            finish(due, messages);
            return outcome(due, messages, owed);
        }
    }

    /** A JVM that ends in order leaves an archive of its classes; those that come after it start in two thirds of the time. */
    private void leaveArchives() {
        List<Service> first = MORTAL.stream()
                .map(number -> new DyingReplica(stack, number).revive())
                .toList();
        first.forEach(Service::awaitReady);
        first.parallelStream().forEach(Service::close);
    }

    private void dieUntilNothingIsOwed(DyingReplica replica, OwedDeaths owed, String name, int chunk) throws Exception {
        try (Connection connection = connection()) {
            var due = new DueMessages(connection, name);
            for (String point = owed.next(); point != null; point = owed.next()) {
                boolean there = replica.diesAt(point, owed.passing(point), due, chunk);
                int deaths = owed.happened(point, there);
                if (!there || deaths % OwedDeaths.POINTS.size() == 0) {
                    out.printf("%d deaths, the last %s %s, %s%n", deaths, there ? "at" : "not at", point, due.states());
                }
            }
        }
    }

    private Connection connection() throws SQLException {
        var database = stack.postgres().database("followup");
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    /** The killed replicas come back for good, with their journals; then everything comes to an end. */
    private void finish(DueMessages due, int messages) throws SQLException, InterruptedException {
        due.release(messages);
        List<Service> back = MORTAL.stream()
                .map(number -> new DyingReplica(stack, number).revive())
                .toList();
        try {
            back.forEach(Service::awaitReady);
            long end = System.nanoTime() + PATIENCE.toNanos();
            long before = -1;
            Map<String, Long> states = due.states();
            while (states.keySet().stream().anyMatch(UNDER_WAY::contains)) {
                long done = states.getOrDefault("SENT", 0L);
                if (done != before) {
                    before = done;
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not finished: " + states);
                }
                Thread.sleep(200);
                states = due.states();
            }
        } finally {
            back.forEach(Service::close);
        }
    }

    private Outcome outcome(DueMessages due, int messages, OwedDeaths owed) throws SQLException {
        Map<String, String> states = due.byMessageId();
        Map<String, Long> arrived = stack.mailbox().messages().stream()
                .map(Mail::messageId)
                .filter(states::containsKey)
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        return new Outcome(
                messages,
                owed.died(),
                owed.misses(),
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
