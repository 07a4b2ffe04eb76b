package rapport.events.session;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class ProgrammeOfAnEventTest extends FrontDoor {

    @Test
    void overlapsAndSessionsThatTheEventMovedAwayFromAreWarningsAndNeverErrors() {
        String id = event("{\"endsAt\": \"2024-12-31T08:00:00\"}");
        String ana = id(ok(201, as("olga").post("/events/" + id + "/speakers", "{\"displayName\":\"Ana\"}")));
        var first = create(
                id, "27T10:00", "27T11:00", ",\"room\":\"Saal 1\",\"speakers\":[{\"speakerId\":\"" + ana + "\"}]");
        var second = create(
                id, "27T10:30", "27T11:30", ",\"room\":\"Saal 1\",\"speakers\":[{\"speakerId\":\"" + ana + "\"}]");
        var next = create(id, "27T11:30", "27T12:00", ",\"room\":\"Saal 1\"");
        var last = create(id, "31T05:00", "31T07:00", "");
        ok(200, patch(as("olga"), "/events/" + id, "*", "{\"endsAt\":\"2024-12-31T06:00:00\"}"));
        var late = ok(200, as("olga").get("/events/" + id + "/sessions/" + id(last)));

        assertThat(codes(first.path("warnings"))).isEmpty();
        assertThat(codes(second.path("warnings"))).containsExactly("room-overlap", "speaker-overlap");
        assertThat(second.path("warnings").get(1).path("speakerId").asText()).isEqualTo(ana);
        assertThat(codes(next.path("warnings"))).isEmpty();
        assertThat(codes(late.path("warnings"))).containsExactly("outside-the-event");
        var all = ok(200, as("olga").get("/events/" + id + "/session-warnings")).path("items");
        assertThat(codes(all)).containsExactly("room-overlap", "speaker-overlap", "outside-the-event");
        assertThat(all.get(0).path("sessionId").asText()).isEqualTo(id(first));
        assertThat(all.get(0).path("otherId").asText()).isEqualTo(id(second));
        var page = ok(200, as("olga").get("/events/" + id + "/session-warnings?limit=2"));
        assertThat(codes(ok(
                                200,
                                as("olga")
                                        .get("/events/" + id + "/session-warnings?limit=2&cursor="
                                                + page.path("next").asText()))
                        .path("items")))
                .containsExactly("outside-the-event");

        assertThat(as("olga")
                        .send("DELETE", "/events/" + id + "/sessions/" + id(second), "", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(codes(ok(200, as("olga").get("/events/" + id + "/session-warnings"))
                        .path("items")))
                .containsExactly("outside-the-event");
    }

    @Test
    void whoSetsTheTimesOfASessionKeepsWithinTheEvent() {
        String id = event();
        String sessions = "/events/" + id + "/sessions";
        var inside = create(id, "31T05:00", "31T06:00", "");
        String before = state();

        for (String times : List.of(
                "\"startsAt\":\"2024-12-27T08:59:00\",\"endsAt\":\"2024-12-27T10:00:00\"",
                "\"startsAt\":\"2024-12-31T05:00:00\",\"endsAt\":\"2024-12-31T06:01:00\"",
                "\"startsAt\":\"2025-12-27T10:00:00\",\"endsAt\":\"2025-12-27T11:00:00\"")) {
            assertProblem(as("olga").post(sessions, "{\"title\":\"x\"," + times + "}"), 422, "outside-the-event");
            assertProblem(
                    patch(as("olga"), sessions + "/" + id(inside), "*", "{" + times + "}"), 422, "outside-the-event");
        }
        assertThat(state()).isEqualTo(before);

        ok(200, patch(as("olga"), "/events/" + id, "*", "{\"endsAt\":\"2024-12-31T05:30:00\"}"));
        var changed = ok(200, patch(as("olga"), sessions + "/" + id(inside), "*", "{\"room\":\"Saal 2\"}"));
        assertThat(codes(changed.path("warnings"))).containsExactly("outside-the-event");
        assertProblem(
                patch(as("olga"), sessions + "/" + id(inside), "*", "{\"startsAt\":\"2024-12-31T05:10:00\"}"),
                422,
                "outside-the-event");
    }

    @Test
    void resourcesAndLanguageComeBackAsTheyAreKept() {
        String id = event();
        var created = create(
                id,
                "27T10:00",
                "27T11:00",
                ",\"language\":\"PT-br\",\"resources\":[{\"kind\":\"SLIDES\",\"url\":\"https://a.example/s.pdf\"},{\"kind\":\"PAPER\",\"title\":\"Trial\",\"url\":\"https://a.example/p\"}]");

        assertThat(created.path("language").asText()).isEqualTo("pt-BR");
        var changed = ok(
                200,
                patch(
                        as("olga"),
                        "/events/" + id + "/sessions/" + id(created),
                        "*",
                        "{\"resources\":[{\"kind\":\"RECORDING\",\"title\":null,\"url\":\"https://a.example/v\"}],\"language\":null}"));
        var read = ok(200, as("olga").get("/events/" + id + "/sessions/" + id(created)));
        assertThat(read.path("resources")).hasSize(1).isEqualTo(changed.path("resources"));
        assertThat(read.path("resources").get(0).path("kind").asText()).isEqualTo("RECORDING");
        assertThat(read.path("language").isNull()).isTrue();
    }

    @Test
    void faultsOfASessionAreListedTogether() {
        String id = event();
        String before = state();

        var problem = assertProblem(
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\",\"language\":\"klingonisch bitte\",\"resources\":[{\"kind\":\"SLIDES\",\"url\":\"javascript:alert(1)\"},{\"url\":\"https://a.example\"}]}"),
                400,
                "validation");

        assertThat(pointers(problem))
                .containsExactlyInAnyOrder("/language", "/resources/0/url", "/resources/1/kind", "/title");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void everyFilterOfTheProgrammeCountsInTheZoneOfTheEvent() {
        String id = event();
        String ana = id(ok(201, as("olga").post("/events/" + id + "/speakers", "{\"displayName\":\"Ana\"}")));
        create(
                id,
                "27T10:00",
                "27T11:00",
                ",\"track\":\"Rhythm\",\"room\":\"Saal 1\",\"type\":\"Lecture\",\"language\":\"en-GB\",\"tags\":[\"ecg\"]");
        create(
                id,
                "28T00:15",
                "28T01:00",
                ",\"track\":\"Night\",\"room\":\"Saal 2\",\"abstract\":\"About Sepsis\",\"language\":\"de\",\"speakers\":[{\"speakerId\":\""
                        + ana + "\"}]");

        assertThat(starts(id, "track=Rhythm")).containsExactly("2024-12-27T10:00:00");
        assertThat(starts(id, "room=Saal%202")).containsExactly("2024-12-28T00:15:00");
        assertThat(starts(id, "day=2024-12-28")).containsExactly("2024-12-28T00:15:00");
        assertThat(starts(id, "speaker=" + ana)).containsExactly("2024-12-28T00:15:00");
        assertThat(starts(id, "tag=ecg")).containsExactly("2024-12-27T10:00:00");
        assertThat(starts(id, "language=en")).containsExactly("2024-12-27T10:00:00");
        assertThat(starts(id, "type=Lecture")).containsExactly("2024-12-27T10:00:00");
        assertThat(starts(id, "text=SEPSIS")).containsExactly("2024-12-28T00:15:00");
        assertThat(starts(id, "text=%25")).isEmpty();
        assertThat(starts(id, "track=Rhythm&day=2024-12-28")).isEmpty();
        assertProblem(as("olga").get("/events/" + id + "/sessions?day=2024-02-30"), 400, "validation");
        String token = ok(200, as("olga").get("/events/" + id + "/sessions"))
                .path("changes")
                .asText();
        assertProblem(
                as("olga").get("/events/" + id + "/sessions?track=Rhythm&changedSince=" + token), 400, "validation");
    }

    private JsonNode create(String event, String start, String end, String more) {
        return ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/sessions",
                                "{\"title\":\"x\",\"startsAt\":\"2024-12-%s:00\",\"endsAt\":\"2024-12-%s:00\"%s}"
                                        .formatted(start, end, more)));
    }

    private List<String> starts(String event, String filter) {
        var found = new ArrayList<String>();
        all(as("olga"), "/events/" + event + "/sessions?" + filter)
                .forEach(session -> found.add(session.path("startsAt").asText()));
        return found;
    }

    private static List<String> codes(JsonNode warnings) {
        var found = new ArrayList<String>();
        warnings.forEach(warning -> found.add(warning.path("code").asText()));
        return found;
    }
}
