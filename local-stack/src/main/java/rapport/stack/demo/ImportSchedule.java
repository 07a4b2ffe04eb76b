package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The real programme of a large conference, as a second event. */
final class ImportSchedule implements Step {
    private static final Map<String, Object> EVENT = Map.of(
            "name", "38C3",
            "slug", "38c3",
            "kind", "IN_PERSON",
            "startsAt", "2024-12-27T10:30:00",
            "endsAt", "2024-12-30T18:45:00",
            "zone", "Europe/Berlin",
            "venue", "CCH Hamburg");

    @Override
    public String title() {
        return "the published programme of 38C3 is imported as a second event";
    }

    @Override
    public void perform(Demo demo) {
        JsonNode event = OrganizeEvent.event(demo.api(), demo.kept("organization"), "38c3", EVENT);
        JsonNode report = demo.api()
                .upload(
                        Demo.ORGANIZER,
                        "/api/events/events/" + event.path("id").asText() + "/programme-imports?dryRun=false",
                        "application/xml",
                        schedule())
                .expect(201)
                .body();
        demo.summary().add("38C3 sessions", counts(report.path("sessions")));
        demo.summary().add("38C3 speakers", counts(report.path("speakers")));
    }

    /** create 1007, skip 0 … as one line. */
    static String counts(JsonNode outcomes) {
        var text = new StringBuilder();
        outcomes.properties().forEach(outcome -> {
            if (outcome.getValue().asInt() > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(outcome.getKey())
                        .append(' ')
                        .append(outcome.getValue());
            }
        });
        return text.isEmpty() ? "nothing" : text.toString();
    }

    private static byte[] schedule() {
        try (var file = ImportSchedule.class.getResourceAsStream("/demo/38c3-schedule.xml")) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
