package rapport.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.stack.demo.Api;

/** Reads lists through the public door, one request at a time, and takes from the database's log what each cost. */
final class ListReader {
    private static final int TIMES = 7;
    private static final int LAST = 3;
    private static final double ENOUGH_MILLIS = 8_000;

    private final Api api;
    private final StatementLog log;
    private final Map<String, String> ids;
    private final Set<String> background = new HashSet<>();

    ListReader(Api api, StatementLog log, Map<String, String> ids) {
        this.api = api;
        this.log = log;
        this.ids = ids;
    }

    /**
     * What one page costs.
     *
     * @param millis of the database for all statements of a request, the middle of the last three
     * @param items on the page
     * @param slowest the statement that took most of it
     */
    record Cost(double millis, int statements, long pages, int items, StatementLog.Statement slowest) {}

    /** What the service does by itself, while nobody asks for anything, is not counted. */
    void listen() throws Exception {
        for (int i = 0; i < 20; i++) {
            Thread.sleep(500);
            log.next().forEach(statement -> background.add(statement.text()));
        }
    }

    /** The cursor, or for changes the token, of a page so many pages of 200 later; null when the list ends before. */
    String deep(ListCase which, int pages) {
        String cursor = null;
        for (int i = 0; i < pages; i++) {
            JsonNode page = page(which, cursor, 200);
            boolean changes = which.path().contains("changedSince");
            cursor = page.path(changes ? "changes" : "next").asText(null);
            if (cursor == null || changes && page.path("items").isEmpty()) {
                return null;
            }
        }
        return cursor;
    }

    Cost cost(ListCase which, String cursor) throws Exception {
        List<Cost> costs = new ArrayList<>();
        double spent = 0;
        while (costs.size() < TIMES && (spent < ENOUGH_MILLIS || costs.size() < 3)) {
            log.next();
            int items = page(which, cursor, 50).path("items").size();
            List<StatementLog.Statement> statements = log.next().stream()
                    .filter(statement -> !background.contains(statement.text()))
                    .toList();
            Cost cost = cost(statements, items);
            costs.add(cost);
            spent += cost.millis();
        }
        List<Cost> last = new ArrayList<>(costs.subList(Math.max(0, costs.size() - LAST), costs.size()));
        last.sort(Comparator.comparingDouble(Cost::millis));
        return last.get(last.size() / 2);
    }

    private static Cost cost(List<StatementLog.Statement> statements, int items) {
        return new Cost(
                statements.stream().mapToDouble(StatementLog.Statement::millis).sum(),
                (int) statements.stream().filter(s -> !s.plan().isEmpty()).count(),
                statements.stream().mapToLong(StatementLog.Statement::pages).sum(),
                items,
                Collections.max(statements, Comparator.comparingDouble(StatementLog.Statement::millis)));
    }

    JsonNode page(ListCase which, String cursor, int limit) {
        if (which.text() != null) {
            var body = new HashMap<String, Object>(Map.of("text", which.text(), "limit", limit));
            if (cursor != null) {
                body.put("cursor", cursor);
            }
            return api.post(which.person(), which.path(), body).expect(200).body();
        }
        String path = which.path();
        for (var id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
        }
        path = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        if (cursor != null) {
            String encoded = URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            path = path.contains("changedSince=")
                    ? path.replaceAll("changedSince=[^&]*", "changedSince=" + encoded)
                    : path + "&cursor=" + encoded;
        }
        return api.get(which.person(), path).expect(200).body();
    }
}
