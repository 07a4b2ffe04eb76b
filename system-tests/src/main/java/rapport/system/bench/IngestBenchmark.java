package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;
import rapport.stack.parts.Database;
import rapport.system.Crowd;

/**
 * J1, single scans, and J2, uploads of 500: contacts-service as it is packaged, over HTTP with real tokens, its relay and Kafka at
 * work, against pgbench, COPY and a naive endpoint on the same Postgres.
 */
final class IngestBenchmark implements Main.Benchmark {
    private static final int CONNECTIONS = 64;
    private static final int UPLOAD_CONNECTIONS = 4;
    private static final int UPLOAD = 500;
    /** What a server gets, unlike the modest demo on a laptop. */
    private static final List<String> SERVER_JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        int rounds = quick ? 3 : 7;
        int warmUps = quick ? 2 : 3;
        int people = quick ? 160 : 320;
        int uploadRounds = rounds + warmUps;
        int size = Math.max((rounds + warmUps) * people, UPLOAD * 5 * uploadRounds);
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free()).withJvmArguments(SERVER_JVM.toArray(String[]::new));
        out.println("starting the platform, gathering a crowd of " + size + " …");
        try (Stack stack = Stack.start(config)) {
            Crowd crowd = gather(stack, size);
            stack.service("events").close();
            stack.service("followup").close();
            try (Connection contacts = connect(stack.postgres().database("contacts"))) {
                awaitBadges(contacts, size);
                var bench = new Rounds(stack, home, data, crowd, contacts, out);
                List<Ratios> ratios = new ArrayList<>(bench.singles(rounds, warmUps, people));
                ratios.addAll(bench.uploads(rounds, warmUps));
                return ratios;
            }
        } finally {
            delete(data);
        }
    }

    private static Crowd gather(Stack stack, int people) {
        try (var api = new Api(stack.url(), stack::token)) {
            return Crowd.gather(api, "benchmark", people);
        }
    }

    private static void awaitBadges(Connection contacts, int expected) throws Exception {
        while (count(contacts, "select count(*) from badge") < expected) {
            Thread.sleep(100);
        }
    }

    static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The sides in turn, and what they left behind. */
    private static final class Rounds {
        private final Stack stack;
        private final Path home;
        private final Path data;
        private final Crowd crowd;
        private final Connection contacts;
        private final PrintStream out;

        Rounds(Stack stack, Path home, Path data, Crowd crowd, Connection contacts, PrintStream out) {
            this.stack = stack;
            this.home = home;
            this.data = data;
            this.crowd = crowd;
            this.contacts = contacts;
            this.out = out;
        }

        List<Ratios> singles(int rounds, int warmUps, int people) throws Exception {
            var pgbenchRatio = new Ratios("J1.pgbench", 1.0, 1.6);
            var naiveRatio = new Ratios("J1.naive", 3, 5);
            var scans = new Scans(crowd);
            int total = people * CONNECTIONS;
            List<String> tokens = owners("single", CONNECTIONS);
            var ours =
                    new HttpLoad(java.net.URI.create(stack.service("contacts").url() + "/scans"), tokens, CONNECTIONS);
            Database naiveDatabase = stack.postgres().database("naive");
            try (NaiveRival naive = NaiveRival.start(
                            home, data, naiveDatabase, stack.issuer().url(), SERVER_JVM);
                    Connection naiveRows = connect(naiveDatabase)) {
                naive.know(naiveRows, crowd);
                var theirs = new HttpLoad(java.net.URI.create(naive.url() + "/scans"), tokens, CONNECTIONS);
                PgbenchRival pgbench = null;
                out.printf(
                        "%n%d single scans a round, %d connections, rival %s%n",
                        total, CONNECTIONS, PgbenchRival.installed() ? "pgbench" : "the same loop over JDBC");
                for (int round = -warmUps; round < rounds; round++) {
                    List<byte[]> bodies =
                            scans.nextBadges(people).stream().map(scans::single).toList();
                    long before = count(contacts, "select count(*) from contact");
                    Counters start = Counters.now(
                            contacts,
                            stack.postgres().pid(),
                            stack.service("contacts").pid());
                    HttpLoad.Result result = ours.post(bodies);
                    Counters spent = Counters.now(
                                    contacts,
                                    stack.postgres().pid(),
                                    stack.service("contacts").pid())
                            .since(start);
                    requireAll(result, 201, total, before);
                    if (pgbench == null) {
                        pgbench = new PgbenchRival(rivalDatabase(), data, SampleRows.of(contacts));
                    }
                    double bare = pgbench.perSecond(total, CONNECTIONS);
                    HttpLoad.Result naiveResult = theirs.post(bodies);
                    if (naiveResult.statuses().getOrDefault(201, 0) != total) {
                        throw new IllegalStateException("the naive endpoint answered " + naiveResult.statuses());
                    }
                    report(round, "rapport", result.perSecond(1), result, spent.per(total));
                    report(round, "pgbench", bare, null, "");
                    report(round, "naive", naiveResult.perSecond(1), naiveResult, "");
                    if (round >= 0) {
                        pgbenchRatio.add(result.perSecond(1), bare);
                        naiveRatio.add(result.perSecond(1), naiveResult.perSecond(1));
                    }
                }
            }
            return List.of(pgbenchRatio, naiveRatio);
        }

        List<Ratios> uploads(int rounds, int warmUps) throws Exception {
            var ratio = new Ratios("J2.copy", 0.35, 0.6);
            var scans = new Scans(crowd);
            int perConnection = 5 * UPLOAD;
            int total = perConnection * UPLOAD_CONNECTIONS;
            var copy = new CopyRival(rivalDatabase());
            SampleRows sample = SampleRows.of(contacts);
            out.printf("%n%d scans a round in uploads of %d, %d connections%n", total, UPLOAD, UPLOAD_CONNECTIONS);
            for (int round = -warmUps; round < rounds; round++) {
                String prefix = "upload-" + (round + warmUps);
                var load = new HttpLoad(
                        java.net.URI.create(stack.service("contacts").url() + "/scans/batch"),
                        owners(prefix, UPLOAD_CONNECTIONS),
                        UPLOAD_CONNECTIONS);
                List<byte[]> bodies = new ArrayList<>();
                for (int i = 0; i < perConnection / UPLOAD; i++) {
                    bodies.add(scans.upload(scans.nextBadges(UPLOAD)));
                }
                long before = count(contacts, "select count(*) from contact");
                Counters start = Counters.now(
                        contacts,
                        stack.postgres().pid(),
                        stack.service("contacts").pid());
                HttpLoad.Result result = load.post(bodies);
                Counters spent = Counters.now(
                                contacts,
                                stack.postgres().pid(),
                                stack.service("contacts").pid())
                        .since(start);
                requireAll(result, 200, total, before);
                List<CopyRival.Rows> rows = new ArrayList<>();
                for (int i = 0; i < UPLOAD_CONNECTIONS; i++) {
                    rows.add(CopyRival.of(contacts, prefix + "-" + i, sample));
                }
                double bare = copy.perSecond(rows, total);
                report(round, "rapport", result.perSecond(UPLOAD), result, spent.per(total));
                report(round, "copy", bare, null, "");
                if (round >= 0) {
                    ratio.add(result.perSecond(UPLOAD), bare);
                }
            }
            return List.of(ratio);
        }

        /** Nothing lost, nothing doubled: every scan was answered as stored and left exactly one contact and one scan row. */
        private void requireAll(HttpLoad.Result result, int status, int total, long contactsBefore)
                throws SQLException {
            if (!result.statuses().keySet().equals(Set.of(status))) {
                throw new IllegalStateException("contacts-service answered " + result.statuses());
            }
            long stored = count(contacts, "select count(*) from contact") - contactsBefore;
            long scans = count(contacts, "select count(*) from scan");
            if (stored != total || scans != contactsBefore + total) {
                throw new IllegalStateException(total + " scans were acknowledged, but there are " + stored
                        + " new contacts and " + scans + " scans after " + contactsBefore);
            }
        }

        private List<String> owners(String prefix, int number) {
            return IntStream.range(0, number)
                    .mapToObj(i -> stack.issuer()
                            .token(Map.of(
                                    "sub",
                                    prefix + "-" + i,
                                    "email",
                                    prefix + i + "@example.org",
                                    "email_verified",
                                    true,
                                    "groups",
                                    List.of("attendee"))))
                    .toList();
        }

        /** The service's tables and indexes, empty, in a database of its own. */
        private Database rivalDatabase() throws Exception {
            Database rival = stack.postgres().database("rival");
            try (Connection connection = connect(rival)) {
                if (count(connection, "select count(*) from pg_tables where tablename = 'contact'") == 0) {
                    Schema.create(home, connection);
                }
            }
            return rival;
        }

        private void report(int round, String side, double perSecond, HttpLoad.Result result, String counters) {
            String latency = result == null
                    ? ""
                    : String.format(
                            Locale.ROOT, "p50 %.1f ms  p99 %.1f ms", result.millisAt(0.5), result.millisAt(0.99));
            out.printf(
                    Locale.ROOT,
                    "%-7s %-8s %9.0f/s  %-26s %s%n",
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    side,
                    perSecond,
                    latency,
                    counters);
        }
    }
}
