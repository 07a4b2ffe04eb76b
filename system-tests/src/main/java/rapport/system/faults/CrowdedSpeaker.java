package rapport.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.stack.Stack;
import rapport.stack.parts.Mail;
import rapport.system.faults.Claims.Claim;

/**
 * Many senders write to one speaker, twice each, and all of it is due at the same moment, on two replicas: two processes that
 * know of each other by the database only.
 */
public final class CrowdedSpeaker {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Stack stack;

    public CrowdedSpeaker(Stack stack) {
        this.stack = stack;
    }

    /**
     * What the speaker got.
     *
     * @param senders different ones among those whose messages went
     * @param mostOfOne messages of the sender who got through most often
     * @param arrived messages in the speaker's mailbox
     * @param held messages that wait with a date
     * @param byReplica how many messages each of the two processes delivered, by its journal
     */
    public record Outcome(
            int budget, int senders, long mostOfOne, int claimed, int arrived, int held, List<Integer> byReplica) {

        /** Nobody has two places while somebody else has none, nor three while somebody else has one. */
        public void requireBudgetAndTurns(int allSenders) {
            boolean right = claimed == budget
                    && arrived == budget
                    && senders == Math.min(allSenders, budget)
                    && mostOfOne == Math.ceilDiv(budget, allSenders)
                    && held == 2 * allSenders - budget;
            if (!right) {
                throw new IllegalStateException(toString());
            }
        }

        public void requireBothAtWork() {
            if (byReplica.contains(0)) {
                throw new IllegalStateException("one replica did all of it: " + this);
            }
        }
    }

    /**
     * The caller has started the second replica.
     *
     * @param budget messages in a week, fewer than twice as many as there are senders
     */
    public Outcome run(int senders, int budget) throws Exception {
        String name = "crowd-" + Long.toString(System.nanoTime(), 36);
        var database = stack.postgres().database("followup");
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            var due = new DueMessages(connection, name, DueMessages.Shape.allToOne(senders, budget));
            due.write(2 * senders);
            due.release(2 * senders);
            awaitDecisions(due);
            return outcome(due, Claims.of(connection, name), budget);
        }
    }

    private static void awaitDecisions(DueMessages due) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Long> states = due.states();
        while (states.containsKey("SCHEDULED") || states.containsKey("SENDING")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not decided: " + states);
            }
            Thread.sleep(100);
            states = due.states();
        }
    }

    private Outcome outcome(DueMessages due, Claims claims, int budget) throws Exception {
        List<String> arrived = stack.mailbox().messages().stream()
                .filter(mail -> mail.recipient().equals(due.address(0)))
                .map(Mail::messageId)
                .toList();
        List<Integer> byReplica = new ArrayList<>();
        for (String each : List.of("followup-service", "followup-service-2")) {
            Set<String> journalled = journal(stack.config().data().resolve(each));
            byReplica.add((int) claims.all().stream()
                    .map(Claim::deliveryId)
                    .filter(journalled::contains)
                    .count());
        }
        return new Outcome(
                budget,
                claims.bySender().size(),
                claims.bySender().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0),
                claims.all().size(),
                arrived.size(),
                due.heldWithDate(),
                byReplica);
    }

    /** The deliveries that a process wrote down as sent. */
    private static Set<String> journal(Path process) throws IOException {
        try (Stream<Path> files = Files.list(process.resolve("data/journal"))) {
            return files.flatMap(CrowdedSpeaker::lines)
                    .map(line -> line.split(" "))
                    .filter(words -> words.length == 4)
                    .map(words -> words[2])
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException("no journal: " + file, unreadable);
        }
    }
}
