package rapport.system.faults;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rapport.stack.Stack;
import rapport.stack.parts.Mail;

/**
 * People follow the link of a message to say stop, each about when the next message to them is due, and two replicas dispatch.
 * Who was answered must not get that message any more: the mailbox notes when it took a message, the client when it read an
 * answer, both by the clock of this process.
 */
public final class OptOutRace {
    private static final int APART_MILLIS = 20;
    private static final int HEAD_START_MILLIS = 3_000;
    /** How much earlier or later than its message is due somebody says stop, at the most. */
    private static final int JITTER_MILLIS = 1_500;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Stack stack;
    private final PrintStream out;
    private final Random random = new Random(20261125);

    public OptOutRace(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /**
     * Who was quicker.
     *
     * @param optOuts answered ones
     * @param reached whom the message reached before the answer
     * @param stopped whom it never reached
     * @param afterTheAnswer whom it reached although they had been told that it would not
     */
    public record Outcome(int optOuts, int reached, int stopped, List<String> afterTheAnswer) {
        public void requireSilence(int people) {
            if (optOuts != people || !afterTheAnswer.isEmpty() || reached + stopped != people) {
                throw new IllegalStateException(toString());
            }
        }

        public void requireRace() {
            if (reached == 0 || stopped == 0) {
                throw new IllegalStateException("this was no race: " + this);
            }
        }
    }

    /** The caller has started the second replica. */
    public Outcome run(int people) throws Exception {
        String name = "stop-" + Long.toString(System.nanoTime(), 36);
        var database = stack.postgres().database("followup");
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            var due = new DueMessages(connection, name, DueMessages.Shape.againAndAgain(people));
            due.write(2 * people);
            due.release(1, people, 0, 0);
            await(due, states -> settled(states) == people);
            Map<String, Mail> first = mails(name).stream().collect(Collectors.toMap(Mail::recipient, mail -> mail));
            out.printf("%d people have a message with a link%n", first.size());

            Instant start = Instant.now();
            due.release(people + 1, 2 * people, HEAD_START_MILLIS, APART_MILLIS);
            Map<String, Instant> answered = sayStop(due, people, first, start.plusMillis(HEAD_START_MILLIS));
            await(due, states -> settled(states) == 2 * people);
            return outcome(name, first, answered);
        }
    }

    private Map<String, Instant> sayStop(DueMessages due, int people, Map<String, Mail> mails, Instant start)
            throws Exception {
        List<Future<Map.Entry<String, Instant>>> answers = new ArrayList<>();
        try (var client = HttpClient.newHttpClient();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                // As the messages are numbered: number people + 1 + i goes to this one.
                String address = due.address((people + 1 + i) % people);
                int jitter = random.nextInt(-JITTER_MILLIS, JITTER_MILLIS);
                Instant at = start.plusMillis((long) APART_MILLIS * i + jitter);
                URI link = link(mails.get(address));
                answers.add(pool.submit(() -> Map.entry(address, saysStop(client, link, at))));
            }
            Map<String, Instant> answered = new HashMap<>();
            for (Future<Map.Entry<String, Instant>> each : answers) {
                answered.put(each.get().getKey(), each.get().getValue());
            }
            return answered;
        }
    }

    /** @return when the answer was there */
    private static Instant saysStop(HttpClient client, URI link, Instant at) throws Exception {
        Thread.sleep(Duration.ofMillis(
                Math.max(0, Duration.between(Instant.now(), at).toMillis())));
        // As a mail program posts it (RFC 8058).
        var answer = client.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build(),
                BodyHandlers.ofString());
        Instant answered = Instant.now();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("an opt-out was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answered;
    }

    private static URI link(Mail mail) {
        String header = mail.headers("List-Unsubscribe").getFirst();
        return URI.create(header.substring(1, header.length() - 1));
    }

    private Outcome outcome(String name, Map<String, Mail> first, Map<String, Instant> answered) {
        List<Mail> second = mails(name).stream()
                .filter(mail ->
                        !mail.messageId().equals(first.get(mail.recipient()).messageId()))
                .toList();
        List<String> late = second.stream()
                .filter(mail -> mail.receivedAt().isAfter(answered.get(mail.recipient())))
                .map(mail -> mail.recipient() + " answered " + answered.get(mail.recipient()) + ", message "
                        + mail.receivedAt())
                .toList();
        return new Outcome(answered.size(), second.size(), first.size() - second.size(), late);
    }

    /** What a busy machine leaves uncertain is settled as well: the mailbox knows whether it arrived. */
    private static long settled(Map<String, Long> states) {
        return states.getOrDefault("SENT", 0L)
                + states.getOrDefault("UNCERTAIN", 0L)
                + states.getOrDefault("STOPPED", 0L);
    }

    private List<Mail> mails(String name) {
        return stack.mailbox().messages().stream()
                .filter(mail -> mail.recipient().startsWith(name))
                .toList();
    }

    private static void await(DueMessages due, Predicate<Map<String, Long>> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Long> states = due.states();
        while (!condition.test(states)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not settled: " + states);
            }
            Thread.sleep(100);
            states = due.states();
        }
    }
}
