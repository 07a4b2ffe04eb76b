package rapport.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import rapport.stack.demo.Api;

/** An event at which people register by themselves and scan each other, as they do it: through the public doors only. */
record Gathering(Platform platform, Api api, String eventId) {
    static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    static Gathering at(Platform platform, Api api, String slug) {
        String unique = slug + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new Gathering(
                platform, api, Crowd.gather(platform.api(), unique, 1).eventId());
    }

    String event() {
        return "/api/events/events/" + eventId;
    }

    /** @return the registration */
    JsonNode register(String person, String sharing) {
        return register(person, Map.of("displayName", person, "sharing", sharing));
    }

    JsonNode register(String person, Map<String, ?> as) {
        return api.post(person, event() + "/registrations", as).expect(200, 201).body();
    }

    /** The badge token of a registration. */
    String badge(JsonNode registration) {
        platform.api().post("olga", event() + "/badges").expect(200, 201);
        return platform.api().all("olga", event() + "/badges?tokens=true").stream()
                .filter(badge -> badge.path("registrationId").equals(registration.path("id")))
                .findFirst()
                .orElseThrow()
                .path("token")
                .asText();
    }

    Map<String, Object> scan(String badge) {
        var scan = new HashMap<String, Object>();
        scan.put("scanId", UUID.randomUUID().toString());
        scan.put("eventId", eventId);
        scan.put("badgeToken", badge);
        scan.put("scannedAt", Instant.now().minusSeconds(60).toString());
        scan.put("deviceId", "phone");
        return scan;
    }

    /** Scans and waits until the badge is known to be somebody's. @return the contact's id */
    String met(String owner, Map<String, ?> scan) {
        String contact = api.post(owner, "/api/contacts/scans", scan)
                .expect(200, 201, 202)
                .body()
                .path("contactId")
                .asText();
        await().atMost(LONG_ENOUGH)
                .until(() -> !contact(owner, contact).path("status").asText().equals("PENDING"));
        return contact;
    }

    JsonNode contact(String owner, String id) {
        return api.get(owner, "/api/contacts/contacts/" + id).expect(200).body();
    }
}
