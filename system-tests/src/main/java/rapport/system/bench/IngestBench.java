package rapport.system.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import rapport.stack.Stack;
import rapport.stack.parts.Database;
import rapport.system.Crowd;

/** What both jobs stand on: the running service, its rivals' databases, the proof that nothing was lost, the table. */
final class IngestBench implements AutoCloseable {
    private final Stack stack;
    private final Path home;
    private final Path data;
    private final Crowd crowd;
    private final PrintStream out;
    private final Connection contacts;

    IngestBench(Stack stack, Path home, Path data, Crowd crowd, PrintStream out) throws SQLException {
        this.stack = stack;
        this.home = home;
        this.data = data;
        this.crowd = crowd;
        this.out = out;
        this.contacts = connect(stack.postgres().database("contacts"));
    }

    Crowd crowd() {
        return crowd;
    }

    PrintStream out() {
        return out;
    }

    Path data() {
        return data;
    }

    Connection contacts() {
        return contacts;
    }

    void awaitBadges() throws SQLException, InterruptedException {
        while (count("select count(*) from badge") < crowd.badgeTokens().size()) {
            Thread.sleep(100);
        }
    }

    NaiveRival startNaive() throws Exception {
        Database database = stack.postgres().database("naive");
        var naive = NaiveRival.start(home, data, database, stack.issuer().url(), IngestBenchmark.SERVER_JVM);
        try (Connection connection = connect(database)) {
            naive.know(connection, crowd);
        }
        return naive;
    }

    /** The service's tables and indexes, empty at first, in a database of its own. */
    Database rivalDatabase() throws Exception {
        Database rival = stack.postgres().database("rival");
        try (Connection connection = connect(rival);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('contact') is null")) {
            row.next();
            if (row.getBoolean(1)) {
                Schema.create(home, connection);
            }
        }
        return rival;
    }

    HttpLoad load(String path, String owners, int connections) {
        return new HttpLoad(
                URI.create(stack.service("contacts").url() + path), tokens(owners, connections), connections);
    }

    /** Signed tokens of that many owners, who have met nobody yet. */
    List<String> tokens(String prefix, int number) {
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

    /** The load's result with what it cost; fails when anything was lost or doubled. */
    Measured measure(HttpLoad load, List<byte[]> bodies, int status, int scans) throws Exception {
        long before = count("select count(*) from contact");
        Counters start = counters();
        HttpLoad.Result result = load.post(bodies);
        Counters spent = counters().since(start);
        if (!result.statuses().keySet().equals(Set.of(status))) {
            throw new IllegalStateException("contacts-service answered " + result.statuses());
        }
        long made = count("select count(*) from contact") - before;
        long stored = count("select count(*) from scan");
        if (made != scans || stored != before + scans) {
            throw new IllegalStateException(scans + " scans were acknowledged, but there are " + made
                    + " new contacts and " + stored + " scans after " + before);
        }
        return new Measured(result, spent);
    }

    record Measured(HttpLoad.Result result, Counters spent) {}

    void report(int round, String side, double perSecond, String remarks) {
        out.printf(
                Locale.ROOT,
                "%-8s %-8s %9.0f/s  %s%n",
                round < 0 ? "warm-up" : "round " + (round + 1),
                side,
                perSecond,
                remarks);
    }

    @Override
    public void close() throws SQLException {
        contacts.close();
    }

    private Counters counters() throws SQLException {
        return Counters.now(
                contacts, stack.postgres().pid(), stack.service("contacts").pid());
    }

    private long count(String query) throws SQLException {
        try (var statement = contacts.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
