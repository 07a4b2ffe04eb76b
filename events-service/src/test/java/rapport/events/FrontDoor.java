package rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import rapport.kit.testing.Door;
import rapport.kit.testing.Tokens;

/** What tests of the public door need: callers, an event to work on, and a look at the rows that are left behind. */
public abstract class FrontDoor {
    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final String PATCH = "application/merge-patch+json";
    private static final AtomicLong NUMBER = new AtomicLong();

    @TestHTTPResource("/")
    protected URI base;

    @Inject
    protected DataSource dataSource;

    protected Door as(String person) {
        return new Door(base, Tokens.of(person));
    }

    protected Door asNobody() {
        return new Door(base, (String) null);
    }

    /** A draft of Olga's, as long as a real conference. */
    protected String event() {
        return event("{}");
    }

    /** @param more JSON object with what differs */
    protected String event(String more) {
        var organization = ok(
                201,
                as("olga")
                        .post("/organizations", "{\"name\":\"Organization %d\"}".formatted(NUMBER.incrementAndGet())));
        var body = json("""
                {"name": "Congress %d", "kind": "IN_PERSON", "startsAt": "2024-12-27T09:00:00",
                 "endsAt": "2024-12-31T06:00:00", "zone": "Europe/Berlin", "venue": "CCH"}""".formatted(NUMBER.incrementAndGet()));
        json(more).properties().forEach(p -> ((com.fasterxml.jackson.databind.node.ObjectNode) body)
                .set(p.getKey(), p.getValue()));
        return ok(201, as("olga").post("/organizations/" + id(organization) + "/events", body.toString()))
                .path("id")
                .asText();
    }

    protected String publishedEvent(String more) {
        String id = event(more);
        ok(200, as("olga").send("POST", "/events/" + id + "/publication", "", null));
        return id;
    }

    protected JsonNode ok(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response.body());
    }

    protected JsonNode all(Door door, String path) {
        var items = JSON.createArrayNode();
        String next = "";
        while (next != null) {
            var page = ok(200, door.get(path + (path.contains("?") ? "&" : "?") + "limit=200" + next));
            page.path("items").forEach(items::add);
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }
        return items;
    }

    protected static String id(JsonNode node) {
        return node.path("id").asText();
    }

    protected static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    protected HttpResponse<String> patch(Door door, String path, String etag, String body) {
        return (etag == null ? door : door.with("If-Match", etag)).send("PATCH", path, body, PATCH);
    }

    /** The number of rows in everything a request can write. */
    protected List<Long> rowCounts() {
        return List.of(
                        "organization",
                        "event",
                        "event_staff",
                        "staff_invitation",
                        "person",
                        "person_email",
                        "speaker",
                        "session",
                        "session_speaker",
                        "session_resource",
                        "speaker_merge_proposal",
                        "registration",
                        "registration_tombstone",
                        "session_schedule",
                        "badge",
                        "presence",
                        "attendance",
                        "check_in",
                        "check_in_void",
                        "manual_presence",
                        "manual_presence_withdrawal",
                        "badge_print",
                        "badge_print_face",
                        "webinar_import",
                        "webinar_participant",
                        "webinar_stay",
                        "webinar_decision",
                        "certificate",
                        "import_run",
                        "export_record",
                        "outbox",
                        "idempotency_key")
                .stream()
                .map(table -> number("select count(*) from " + table))
                .toList();
    }

    /** Rows and their versions: what an update would change as well. */
    protected String state() {
        return rowCounts()
                + List.of("event", "person", "speaker", "session", "registration", "attendance").stream()
                        .map(table -> text("select sum(version) from " + table))
                        .toList()
                        .toString();
    }

    /** Changes rows behind the service's back, where no request can: time that has passed, for instance. */
    protected int execute(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    protected long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    protected String text(String sql, Object... parameters) {
        return rows(sql, parameters).getFirst().values().iterator().next();
    }

    protected List<Map<String, String>> rows(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<Map<String, String>>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var row = new java.util.LinkedHashMap<String, String>();
                    for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                        row.put(result.getMetaData().getColumnLabel(c), result.getString(c));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Changes what no request can change. */
    protected void update(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The messages about one aggregate, oldest first. */
    protected List<JsonNode> messages(String key) {
        return rows("select body from outbox where key = ? order by seq", UUID.fromString(key)).stream()
                .map(row -> json(row.get("body")))
                .toList();
    }
}
