package rapport.system.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.parts.Database;
import rapport.stack.postgres.PostgresServer;
import rapport.stack.service.Service;

/**
 * J5: due follow-ups claimed, gated, handed to a transport that does nothing, and completed per second, with a million scheduled in
 * the table: followup-service as it is packaged, every gate and budget asked, journal, decisions and outbox written; against
 * schedulers and queues whose tasks do nothing. Or J9: the same with many present, against itself with few.
 */
final class DispatchBenchmark implements Main.Benchmark {
    /** One replica that does not wait for anybody: no pacing, as many deliveries at a time as three batches hold. */
    private static final Map<String, String> TUNED = Map.of(
            "FOLLOWUP_MAIL_DISCARD",
            "true",
            "FOLLOWUP_DISPATCH_BATCH",
            "500",
            "FOLLOWUP_DISPATCH_CONCURRENCY",
            "1500",
            "FOLLOWUP_DISPATCH_PER_MINUTE",
            "100000000",
            "FOLLOWUP_DISPATCH_CLAIMERS",
            "2",
            "FOLLOWUP_DISPATCH_POLL",
            "PT0.05S",
            // With the eight of the pool for dispatching, no more than a rival has.
            "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
            Integer.toString(RivalPool.CONNECTIONS - 8));

    private final int present;

    /** @param present how many follow-ups are there already when dispatching is measured; 0: none, and rivals are */
    DispatchBenchmark(int present) {
        this.present = present;
    }

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        var scale = quick ? DispatchRounds.Scale.QUICK : DispatchRounds.Scale.FULL;
        Path data = Files.createTempDirectory("rapport-bench");
        Path journal = data.resolve("journal");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(IngestBenchmark.SERVER_JVM.toArray(String[]::new))
                .withEnvironment(tuned(journal));
        out.println("starting the platform …");
        try (Stack stack = Stack.start(config)) {
            stack.services().forEach(Service::close);
            furnish(stack.postgres());
            stack.service("followup").start();
            stack.service("followup").awaitReady();
            if (present > 0) {
                return new DispatchGrowth(stack, journal, out, present).run(scale);
            }
            try (var sides = new Sides(stack.postgres(), scale.tasks(), out)) {
                fill(sides, stack, home, data, journal, out);
                return new DispatchRounds(sides.all, out).run(scale);
            }
        } finally {
            ImportBenchmark.delete(data);
        }
    }

    /** Room for the tables of all sides; no checkpoint in the middle of somebody's round. */
    private static void furnish(PostgresServer postgres) throws Exception {
        try (var connection = connect(postgres.database("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("alter system set shared_buffers = '2GB'");
            statement.execute("alter system set max_wal_size = '8GB'");
        }
        postgres.close();
        postgres.start();
    }

    private static Map<String, String> tuned(Path journal) {
        Map<String, String> tuned = new HashMap<>(TUNED);
        tuned.put("FOLLOWUP_DISPATCH_JOURNAL", journal.toString());
        return tuned;
    }

    private static void fill(Sides sides, Stack stack, Path home, Path data, Path journal, PrintStream out)
            throws Exception {
        PostgresServer postgres = stack.postgres();
        sides.addOurs(stack, journal);
        sides.add(DbSchedulerRival.start(postgres.database("dbscheduler")));
        sides.add(JobRunrRival.start(postgres.database("jobrunr")));
        sides.add(QuartzRival.start(postgres.database("quartz")));
        Optional<NodePrograms> node = NodePrograms.install(home, data, out);
        if (node.isPresent()) {
            sides.add(NodeRival.graphileWorker(node.get(), postgres.database("graphile")));
            sides.add(NodeRival.pgBoss(node.get(), postgres.database("pgboss")));
        }
    }

    static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    /** Closes whoever takes part, also when not all of them could be started. */
    private static final class Sides implements AutoCloseable {
        private final List<DispatchSide> all = new ArrayList<>();
        private final PostgresServer postgres;
        private final int tasks;
        private final PrintStream out;

        Sides(PostgresServer postgres, int tasks, PrintStream out) {
            this.postgres = postgres;
            this.tasks = tasks;
            this.out = out;
        }

        void addOurs(Stack stack, Path journal) throws SQLException {
            add(OurSide.fill(stack, journal, tasks));
        }

        void add(DispatchRival rival) throws Exception {
            try {
                add(RivalSide.fill(rival, postgres, tasks));
            } catch (SQLException failure) {
                rival.close();
                throw failure;
            }
        }

        private void add(DispatchSide side) {
            all.add(side);
            out.printf("%-12s has %d scheduled%n", side.key(), tasks);
        }

        @Override
        public void close() throws Exception {
            for (DispatchSide side : all) {
                side.close();
            }
        }
    }
}
