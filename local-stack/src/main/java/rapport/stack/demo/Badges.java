package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The texts behind the codes on the badges, as the organizer prints them. */
final class Badges {
    private Badges() {}

    static List<Badge> of(Demo demo) {
        return demo.api().all(Demo.ORGANIZER, "/api/events/events/" + demo.event() + "/badges?tokens=true").stream()
                .filter(badge -> badge.path("status").asText().equals("ACTIVE"))
                .map(Badge::of)
                .toList();
    }

    record Badge(String registrationId, String token) {
        private static Badge of(JsonNode badge) {
            return new Badge(
                    badge.path("registrationId").asText(), badge.path("token").asText());
        }
    }
}
