package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What the webinar's platform says about who was there and for how long. */
final class ImportWebinarReport implements Step {
    @Override
    public String title() {
        return "the webinar's Zoom report becomes attendance";
    }

    @Override
    public void perform(Demo demo) {
        JsonNode webinar = demo.api().all(Demo.ORGANIZER, "/api/events/events/" + demo.event() + "/sessions").stream()
                .filter(session -> session.path("type").asText().equals("Webinar"))
                .findFirst()
                .orElseThrow(() -> new StepFailed("the congress has no webinar"));
        String report = Congress.webinarReport(webinar.path("startsAt").asText());
        JsonNode answer = demo.api()
                .upload(
                        Demo.ORGANIZER,
                        "/api/events/events/" + demo.event() + "/sessions/"
                                + webinar.path("id").asText() + "/webinar-imports?zone=" + Congress.ZONE,
                        "text/csv",
                        report.getBytes(StandardCharsets.UTF_8))
                .expect(200, 201)
                .body();
        if (answer.path("matched").asInt() != Congress.WATCHED) {
            throw new StepFailed("of " + Congress.WATCHED + " who watched, "
                    + answer.path("matched").asInt() + " were found: " + answer);
        }
        demo.summary()
                .add(
                        "webinar report",
                        answer.path("matched").asInt() + " found, "
                                + answer.path("unmatched").asInt() + " for the organizer to decide"
                                + (answer.path("unchanged").asBoolean() ? ", nothing new" : ""));
    }
}
