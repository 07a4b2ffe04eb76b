package rapport.kit.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.kit.testing.Topic;
import rapport.kit.testing.Topic.Message;

/** Messages of which none can be applied. */
final class Poisons {
    private Poisons() {}

    static Message good(UUID id, long version, String name) {
        String body = "{\"thingId\":\"" + id + "\",\"version\":" + version + ",\"name\":\"" + name
                + "\",\"size\":1,\"unknownToThisConsumer\":true}";
        return message(id.toString(), headers(version), body.getBytes(UTF_8));
    }

    static List<Message> all() {
        var poisons = new ArrayList<Message>();
        for (String body : List.of(
                "",
                "not JSON",
                "null",
                "[]",
                "\"text\"",
                "{\"thingId\":",
                "{\"thingId\":\"%s\",\"version\":\"x\",\"name\":\"n\",\"size\":1}",
                "{\"thingId\":\"no uuid\",\"version\":1,\"name\":\"n\",\"size\":1}",
                "{\"thingId\":\"%s\",\"version\":1,\"name\":\"a\\u0000b\",\"size\":1}",
                "{\"thingId\":\"%s\",\"version\":1,\"name\":null,\"size\":1}",
                "{\"thingId\":\"%s\",\"version\":1,\"name\":\"n\",\"size\":-1}",
                "{\"thingId\":\"%s\",\"version\":1,\"name\":\"n\",\"size\":99999999999}",
                "{\"version\":1,\"name\":\"n\",\"size\":1}",
                "{\"thingId\":\"00000000-0000-4000-8000-000000000000\",\"version\":1,\"name\":\"wrong key\",\"size\":1}")) {
            UUID id = UUID.randomUUID();
            poisons.add(message(id.toString(), headers(1), body.formatted(id).getBytes(UTF_8)));
        }
        UUID id = UUID.randomUUID();
        byte[] body = good(id, 1, "n").value();
        poisons.add(message(id.toString(), headers(1), new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
        poisons.add(message(null, headers(1), body));
        poisons.add(message("no-uuid\0", headers(1), body));
        poisons.add(message(id.toString(), Map.of(), body));
        poisons.add(message(id.toString(), without("ce_id"), body));
        poisons.add(message(id.toString(), without("ce_type"), body));
        poisons.add(message(id.toString(), without("ce_time"), body));
        poisons.add(message(id.toString(), without("aggregateversion"), body));
        poisons.add(message(id.toString(), with("ce_time", "+300000-01-01T00:00:00Z"), body));
        poisons.add(message(id.toString(), with("ce_specversion", "2.0"), body));
        poisons.add(message(id.toString(), with("ce_id", "\0"), body));
        poisons.add(message(id.toString(), with("aggregateversion", "-1"), body));
        poisons.add(message(id.toString(), with("content-type", "application/xml"), body));
        return poisons;
    }

    static Message message(String key, Map<String, String> headers, byte[] body) {
        return new Message(key, headers, body, 0, 0);
    }

    static Map<String, String> headers(long version) {
        return Topic.headers(UUID.randomUUID(), "thing.changed.v1", version);
    }

    static Map<String, String> with(String header, String value) {
        var headers = new HashMap<>(headers(1));
        headers.put(header, value);
        return headers;
    }

    private static Map<String, String> without(String header) {
        var headers = new HashMap<>(headers(1));
        headers.remove(header);
        return headers;
    }
}
