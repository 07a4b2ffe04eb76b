package rapport.contacts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.json.Json;
import rapport.kit.token.OpaqueTokens;

/** Messages of events-service as they come from Kafka. */
public final class Messages {
    private Messages() {}

    public static Inbound of(String topic, String type, UUID key, long version, Object body) {
        return new Inbound(
                topic,
                key.toString(),
                UUID.randomUUID(),
                type,
                version,
                Instant.EPOCH,
                Json.canonical(body).getBytes(StandardCharsets.UTF_8),
                0,
                0,
                null);
    }

    public static Map<String, Object> person(UUID id, long version, String name, String subject) {
        return subject == null
                ? Map.of(
                        "personId", id, "version", version, "displayName", name, "emails", List.of(), "links", Map.of())
                : Map.of(
                        "personId",
                        id,
                        "version",
                        version,
                        "displayName",
                        name,
                        "subject",
                        subject,
                        "affiliation",
                        "Klinikum Nord",
                        "careerStage",
                        "RESIDENT",
                        "emails",
                        List.of(Map.of("address", "x@clinic.example", "verified", true)),
                        "links",
                        Map.of("linkedin", "https://www.linkedin.com/in/x"));
    }

    public static Map<String, Object> registration(
            UUID id, long version, UUID event, UUID person, String status, String sharing, Map<String, String> tokens) {
        return Map.of(
                "registrationId", id,
                "version", version,
                "eventId", event,
                "personId", person,
                "status", status,
                "sharing", sharing,
                "interests", List.of(),
                "goals", List.of(),
                "badges",
                        tokens.entrySet().stream()
                                .map(token -> Map.of(
                                        "badgeId", UUID.randomUUID(),
                                        "tokenHash", HexFormat.of().formatHex(OpaqueTokens.hash(token.getKey())),
                                        "status", token.getValue()))
                                .toList());
    }
}
