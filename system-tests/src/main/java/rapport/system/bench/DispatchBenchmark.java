package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.parts.Database;
import rapport.system.faults.DueMessages;

/**
 * J5: due follow-ups claimed, gated, handed to a transport that does nothing, and completed per second, with a million scheduled in
 * the table: followup-service as it is packaged, every gate and budget asked, journal, decisions and outbox written; against
 * db-scheduler with a handler that does nothing.
 */
final class DispatchBenchmark implements Main.Benchmark {
    private static final int MANY = 1_000_000;
    private static final int FEW = 100_000;
    private static final int DUE = 20_000;

    private static final int WARM_UP = -1;

    /** One replica that does not wait for anybody: no pacing, as many deliveries at a time as two batches hold. */
    private static final Map<String, String> TUNED = Map.of(
            "FOLLOWUP_MAIL_DISCARD", "true",
            "FOLLOWUP_DISPATCH_BATCH", "500",
            "FOLLOWUP_DISPATCH_CONCURRENCY", "1500",
            "FOLLOWUP_DISPATCH_PER_MINUTE", "100000000",
            "FOLLOWUP_DISPATCH_POLL", "PT0.05S");

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        int scheduled = quick ? FEW : MANY;
        int rounds = quick ? 3 : 5;
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(IngestBenchmark.SERVER_JVM.toArray(String[]::new))
                .withEnvironment(TUNED);
        out.println("starting the platform, scheduling " + scheduled + " on both sides …");
        try (Stack stack = Stack.start(config)) {
            stack.service("events").close();
            stack.service("contacts").close();
            Database database = stack.postgres().database("followup");
            try (Connection connection = connect(database);
                    var rival = DbSchedulerRival.start(stack.postgres().database("dbscheduler"), scheduled)) {
                var due = new DueMessages(connection, "bench");
                due.write(scheduled);
                var ratios = new Ratios("J5.dbscheduler", 5, 15);
                for (int round = WARM_UP; round < rounds; round++) {
                    boolean weBegin = round % 2 == 0;
                    double ours = weBegin ? ours(due, round, out) : 0;
                    double theirs = report(round, "db-scheduler", rival.perSecond(DUE), out);
                    ours = weBegin ? ours : ours(due, round, out);
                    if (round > WARM_UP) {
                        ratios.add(ours, theirs);
                    }
                }
                return List.of(ratios);
            }
        } finally {
            delete(data);
        }
    }

    private static double ours(DueMessages due, int round, PrintStream out) throws Exception {
        long before = due.states().getOrDefault("SENT", 0L);
        long from = System.nanoTime();
        due.release(DUE);
        while (due.waitingNow() > 0) {
            Thread.sleep(20);
        }
        double perSecond = DUE * 1e9 / (System.nanoTime() - from);
        Map<String, Long> states = due.states();
        if (states.getOrDefault("SENT", 0L) != before + DUE || states.containsKey("UNCERTAIN")) {
            throw new IllegalStateException(DUE + " were due after " + before + ", and now there are " + states);
        }
        return report(round, "rapport", perSecond, out);
    }

    private static double report(int round, String side, double perSecond, PrintStream out) {
        out.printf(
                Locale.ROOT, "%-8s %-14s %9.0f/s%n", round < 0 ? "warm-up" : "round " + (round + 1), side, perSecond);
        return perSecond;
    }

    static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
