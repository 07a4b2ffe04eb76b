package rapport.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.testing.Door;

/** A device at a door of one event, as its requests. */
final class Gate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Door door;
    private final String path;
    private final String deviceId;
    private final String sessionId;

    Gate(Door door, String eventId, String deviceId, String sessionId) {
        this.door = door;
        this.path = "/events/" + eventId + "/check-ins";
        this.deviceId = deviceId;
        this.sessionId = sessionId;
    }

    ObjectNode item(String type, String token, Instant scannedAt) {
        var item = JSON.createObjectNode()
                .put("scanId", Ids.next().toString())
                .put("token", token)
                .put("type", type)
                .put("scope", sessionId == null ? "EVENT" : "SESSION")
                .put("scannedAt", scannedAt.toString())
                .put("deviceId", deviceId);
        return sessionId == null ? item : item.put("sessionId", sessionId);
    }

    java.net.http.HttpResponse<String> send(JsonNode item) {
        return door.post(path, item.toString());
    }

    java.net.http.HttpResponse<String> post(Instant sentAt, List<? extends JsonNode> items) {
        var upload = JSON.createObjectNode();
        if (sentAt != null) {
            upload.put("sentAt", sentAt.toString());
        }
        items.forEach(upload.putArray("items")::add);
        return door.post(path + "/batch", upload.toString());
    }

    /** The answers to the items of an upload. */
    List<JsonNode> upload(Instant sentAt, List<? extends JsonNode> items) {
        var response = post(sentAt, items);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try {
            List<JsonNode> answers = new java.util.ArrayList<>();
            JSON.readTree(response.body()).path("items").forEach(answers::add);
            return answers;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static String outcome(JsonNode answer) {
        return answer.path("outcome").asText();
    }

    static UUID scanId(JsonNode item) {
        return UUID.fromString(item.path("scanId").asText());
    }
}
