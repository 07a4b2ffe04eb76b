package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Speakers and sessions, entered one by one as in a console; what is there already is left alone. */
final class EnterProgramme implements Step {
    @Override
    public String title() {
        return "24 speakers and 12 sessions are entered, one of them a webinar";
    }

    @Override
    public void perform(Demo demo) {
        String event = "/api/events/events/" + demo.event();
        List<String> speakers = enter(demo.api(), event + "/speakers", Congress.speakers());
        demo.keep("drlopez", speakers.get(0));
        demo.keep("drmeyer", speakers.get(1));
        LocalDateTime begin = LocalDateTime.parse(demo.kept("startsAt"));
        List<String> sessions = enter(demo.api(), event + "/sessions", Congress.sessions(begin, speakers));
        demo.keep("session", sessions.getFirst());
        demo.summary().add("programme", sessions.size() + " sessions, " + speakers.size() + " speakers");
    }

    private static List<String> enter(Api api, String path, List<Map<String, Object>> bodies) {
        Map<String, JsonNode> existing = api.all(Demo.ORGANIZER, path).stream()
                .filter(item -> item.path("externalId").isTextual())
                .collect(Collectors.toMap(
                        item -> item.path("externalId").asText(), Function.identity(), (first, second) -> first));
        return bodies.stream()
                .map(body -> {
                    JsonNode found = existing.get(body.get("externalId").toString());
                    return found != null
                            ? found
                            : api.post(Demo.ORGANIZER, path, body).expect(201).body();
                })
                .map(item -> item.path("id").asText())
                .toList();
    }
}
