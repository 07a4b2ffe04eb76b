package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organization and its published congress. */
final class OrganizeEvent implements Step {
    @Override
    public String title() {
        return "an organizer sets up a congress that ended yesterday in Lisbon";
    }

    @Override
    public void perform(Demo demo) {
        Api api = demo.api();
        String organization = organization(api, Congress.ORGANIZATION);
        JsonNode event = event(api, organization, Congress.SLUG, Congress.event());
        demo.keep("organization", organization);
        demo.keep("event", event.path("id").asText());
        demo.keep("startsAt", event.path("startsAt").asText());
        demo.summary()
                .add(
                        "event",
                        event.path("name").asText() + ", ended "
                                + event.path("endsAt").asText() + " "
                                + event.path("zone").asText());
    }

    private static String organization(Api api, String name) {
        return named(api.all(Demo.ORGANIZER, "/api/events/organizations"), "name", name)
                .orElseGet(() -> api.post(Demo.ORGANIZER, "/api/events/organizations", Map.of("name", name))
                        .expect(201)
                        .body())
                .path("id")
                .asText();
    }

    /** The event of that slug, made and published when it is missing. */
    static JsonNode event(Api api, String organization, String slug, Map<String, Object> body) {
        JsonNode event = named(api.all(Demo.ORGANIZER, "/api/events/events"), "slug", slug)
                .orElseGet(() -> api.post(Demo.ORGANIZER, "/api/events/organizations/" + organization + "/events", body)
                        .expect(201)
                        .body());
        if (!event.path("status").asText().equals("DRAFT")) {
            return event;
        }
        return api.post(Demo.ORGANIZER, "/api/events/events/" + event.path("id").asText() + "/publication")
                .expect(200)
                .body();
    }

    private static Optional<JsonNode> named(List<JsonNode> items, String field, String value) {
        return items.stream()
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst();
    }
}
