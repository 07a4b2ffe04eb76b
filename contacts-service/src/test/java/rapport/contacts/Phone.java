package rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.kit.json.Json;
import rapport.kit.testing.Door;
import rapport.kit.testing.Tokens;

/** The app of one owner, who is new. */
public record Phone(String owner, Door door) {

    public static Phone of(URI base) {
        String owner = UUID.randomUUID().toString();
        return new Phone(owner, new Door(base, Tokens.ofSubject(owner)));
    }

    /** A scan of a badge, as the body of a request. */
    public static Map<String, Object> scan(Congress.Badge badge) {
        var scan = new LinkedHashMap<String, Object>();
        scan.put("scanId", UUID.randomUUID());
        scan.put("eventId", badge.event());
        scan.put("badgeToken", badge.token());
        scan.put("scannedAt", "2026-01-20T09:30:00Z");
        scan.put("deviceId", "phone-a");
        return scan;
    }

    public HttpResponse<String> send(Map<String, ?> scan) {
        return door.post("/scans", Json.canonical(scan));
    }

    public HttpResponse<String> upload(List<?> items) {
        return door.post("/scans/batch", Json.canonical(Map.of("items", items)));
    }

    /** Sends a scan that has to succeed and returns the id of its contact. */
    public String stored(Map<String, ?> scan) {
        var response = send(scan);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return json(response).path("contactId").asText();
    }

    public JsonNode contact(String id) {
        var response = door.get("/contacts/" + id);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    public static List<String> outcomes(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var outcomes = new ArrayList<String>();
        json(response)
                .path("items")
                .forEach(item -> outcomes.add(item.path("outcome").asText()));
        return outcomes;
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.lenient().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }
}
