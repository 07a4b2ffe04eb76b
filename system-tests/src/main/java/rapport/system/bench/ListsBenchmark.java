package rapport.system.bench;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;
import rapport.stack.service.Service;

/**
 * Every list of contacts-service with a million contacts present: what the first page and a deep one take of the database's time. The
 * ratio of a list is the 50 ms that it may take to what its slowest case takes.
 */
final class ListsBenchmark implements Main.Benchmark {
    private static final double MAY_TAKE_MILLIS = 50;

    /** No list, and nothing else that an owner of very many contacts may ask for, needs more. */
    private static final String[] SMALL_JVM = {"-Xmx192m", "-XX:+UseSerialGC"};

    private final Path plans;

    /** @param plans where to write the plan of each case's slowest statement; null for nowhere */
    ListsBenchmark(Path plans) {
        this.plans = plans;
    }

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        ListsData.Size size = quick ? ListsData.Size.QUICK : ListsData.Size.FULL;
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(SMALL_JVM)
                .withEnvironment(Map.of(
                        "KIT_RATE_PER_SECOND", "100000", "KIT_RATE_BURST", "100000", "RAPPORT_DEPTH_SWEEP_PAGE", "1"));
        out.printf(
                "starting the platform, filling in %d contacts, %d of them of one owner …%n",
                size.contacts(), size.many());
        try (Stack stack = Stack.start(config)) {
            stack.services().forEach(Service::close);
            try (var log = StatementLog.of(stack.postgres(), data.resolve("logs"));
                    Connection contacts = connect(stack)) {
                ListsData.fill(contacts, size);
                new ListsCost(contacts, out).run();
                stack.service("contacts").start();
                stack.service("contacts").awaitReady();
                return measure(stack, contacts, log, quick ? 20 : 100, out);
            }
        } finally {
            ImportBenchmark.delete(data);
        }
    }

    private List<Ratios> measure(Stack stack, Connection contacts, StatementLog log, int pages, PrintStream out)
            throws Exception {
        var tokens = new HashMap<String, String>();
        try (var api = new Api(
                stack.service("contacts").url(),
                person -> tokens.computeIfAbsent(
                        person, sub -> stack.issuer().token(Map.of("sub", sub, "groups", List.of("attendee")))))) {
            var ids = ids(contacts);
            var reader = new ListReader(api, log, ids);
            for (String person : List.of("many", "owner-7")) {
                var all = new ListCase(person, "/contacts", "", null);
                ids.put(
                        "{changes of " + person + "}",
                        reader.page(all, null, 1).path("changes").asText());
                ListsData.changeAll(contacts, person);
            }
            ids.put(
                    "{now}",
                    reader.page(new ListCase("many", "/contacts", "", null), null, 1)
                            .path("changes")
                            .asText());
            reader.listen();
            List<Ratios> ratios = table(reader, pages, out);
            everythingHeld(stack, tokens.get("many"), out);
            return ratios;
        }
    }

    /** @param pages of 200 rows that come before a deep one */
    private List<Ratios> table(ListReader reader, int pages, PrintStream out) throws Exception {
        var slowest = new LinkedHashMap<String, Double>();
        var plan = new StringBuilder();
        out.printf(
                "%n%-34s %-9s %-28s %-6s %9s %11s %8s %6s%n",
                "list", "of", "case", "page", "ms", "statements", "pages", "items");
        for (ListCase which : ListCase.all()) {
            List<String> cursors = new ArrayList<>();
            cursors.add(null);
            cursors.add(reader.deep(which, which.endpoint().endsWith("duplicates") ? 2 : pages));
            for (String cursor : cursors.getLast() == null ? cursors.subList(0, 1) : cursors) {
                ListReader.Cost cost = reader.cost(which, cursor);
                String row = String.format(
                        Locale.ROOT,
                        "%-34s %-9s %-28s %-6s %9.1f %11d %8d %6d",
                        which.endpoint(),
                        which.person(),
                        which.name(),
                        cursor == null ? "first" : "deep",
                        cost.millis(),
                        cost.statements(),
                        cost.pages(),
                        cost.items());
                out.println(row);
                plan.append(row)
                        .append('\n')
                        .append(cost.slowest().text())
                        .append('\n')
                        .append(cost.slowest().plan())
                        .append("\n\n");
                slowest.merge(which.endpoint(), cost.millis(), Math::max);
            }
        }
        if (plans != null) {
            Files.writeString(plans, plan);
        }
        var ratios = new ArrayList<Ratios>();
        slowest.forEach((endpoint, millis) -> {
            var ratio = new Ratios("lists" + endpoint, 1, 5);
            ratio.add(MAY_TAKE_MILLIS, millis);
            ratios.add(ratio);
        });
        return ratios;
    }

    /** Not a list: everything about the owner in one answer. */
    private static void everythingHeld(Stack stack, String token, PrintStream out) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(stack.service("contacts").url() + "/me/data"))
                .header("Authorization", "Bearer " + token)
                .build();
        long start = System.nanoTime();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            long bytes = answer.body().transferTo(OutputStream.nullOutputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("GET /me/data was answered " + answer.statusCode());
            }
            out.printf(
                    Locale.ROOT,
                    "%nGET /me/data of the owner with most contacts: %.1f MB in %.1f s, with %s%n%n",
                    bytes / 1e6,
                    (System.nanoTime() - start) / 1e9,
                    SMALL_JVM[0]);
        }
    }

    private static Map<String, String> ids(Connection contacts) throws SQLException {
        var ids = new HashMap<String, String>();
        ids.put("{contact}", text(contacts, "select id from contact where owner = 'many' order by id limit 1"));
        ids.put("{event}", text(contacts, "select id from event order by id limit 1"));
        ids.put("{goal}", text(contacts, "select id from goal where owner = 'many' order by id limit 1"));
        return ids;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(Stack stack) throws SQLException {
        var database = stack.postgres().database("contacts");
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
