package rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class EventLifecycleTest extends FrontDoor {

    @Test
    void aDeletedDraftIsGoneWithItsProgrammeAndSaysSo() {
        String id = event();
        String speaker = id(ok(201, as("olga").post("/events/" + id + "/speakers", "{\"displayName\":\"Ana\"}")));
        String session = id(ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"title\":\"x\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\",\"speakers\":[{\"speakerId\":\"%s\"}]}"
                                        .formatted(speaker))));

        assertThat(delete(id)).isEqualTo(204);

        assertProblem(as("olga").get("/events/" + id), 404, "not-found");
        for (String key : List.of(id, session, speaker)) {
            assertThat(text("select type from outbox where key = ? order by seq desc limit 1", UUID.fromString(key)))
                    .endsWith(".deleted.v1");
            assertThat(messages(key).getLast().path("version").asLong())
                    .isGreaterThan(messages(key).getFirst().path("version").asLong());
        }
        assertThat(number("select count(*) from session where event_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void whatPeopleHaveSeenOrRegisteredForIsNotDeleted() {
        String published = publishedEvent("{}");
        String registered = event();
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + registered + "/registrations",
                                "{\"displayName\":\"x\",\"email\":\"d%s@x.example\"}".formatted(registered)));
        String before = state();

        assertProblem(as("olga").send("DELETE", "/events/" + published, "", null), 409, "event-state");
        assertProblem(as("olga").send("DELETE", "/events/" + registered, "", null), 409, "event-in-use");

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theJoinUrlIsForStaffAndConfirmedRegistrationsOnly() {
        String id = publishedEvent("{\"joinUrl\": \"https://meet.example/secret\"}");
        assertThat(ok(200, as("ben").get("/events/" + id)).path("joinUrl").isNull())
                .isTrue();

        var registration = ok(201, as("ben").post("/events/" + id + "/registrations", "{\"displayName\":\"Ben\"}"));

        assertThat(ok(200, as("ben").get("/events/" + id)).path("joinUrl").asText())
                .isEqualTo("https://meet.example/secret");
        assertThat(ok(200, as("maya").get("/events/" + id)).path("joinUrl").isNull())
                .isTrue();
        ok(
                200,
                as("ben")
                        .send(
                                "POST",
                                "/events/" + id + "/registrations/" + id(registration) + "/cancellation",
                                "",
                                null));
        assertThat(ok(200, as("ben").get("/events/" + id)).path("joinUrl").isNull())
                .isTrue();
    }

    @Test
    void linksThatAreNoWebAddressesAreRefused() {
        String id = event();
        for (String url : List.of("javascript:alert(1)", "data:text/html,x", "ftp://x.example", "https://a b")) {
            assertProblem(
                    patch(
                            as("olga"),
                            "/events/" + id,
                            "*",
                            JSON.createObjectNode().put("joinUrl", url).toString()),
                    400,
                    "validation");
        }
    }

    @Test
    void eventsAreFoundByStatusKindDaysAndText() {
        String word = "W" + UUID.randomUUID().toString().substring(0, 8);
        String congress = event("{\"name\":\"Congress %s\"}".formatted(word));
        String webinar = publishedEvent(
                "{\"name\":\"Webinar %s\",\"kind\":\"WEBINAR\",\"startsAt\":\"2025-03-01T10:00:00\",\"endsAt\":\"2025-03-01T11:00:00\"}"
                        .formatted(word));

        assertThat(found("olga", "text=" + word.toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(congress, webinar);
        assertThat(found("maya", "text=" + word)).containsExactly(webinar);
        assertThat(found("olga", "text=" + word + "&status=DRAFT")).containsExactly(congress);
        assertThat(found("maya", "text=" + word + "&status=DRAFT")).isEmpty();
        assertThat(found("olga", "text=" + word + "&kind=WEBINAR")).containsExactly(webinar);
        assertThat(found("olga", "text=" + word + "&from=2025-01-01")).containsExactly(webinar);
        assertThat(found("olga", "text=" + word + "&to=2024-12-27")).containsExactly(congress);
        ok(200, as("olga").post("/events/" + webinar + "/cancellation", "{\"reason\":\"x\"}"));
        assertThat(found("maya", "text=" + word)).isEmpty();
        assertThat(found("maya", "text=" + word + "&status=CANCELLED")).containsExactly(webinar);
        assertProblem(as("olga").get("/events?status=LOST"), 400, "validation");
    }

    @Test
    void anOrganizationIsRenamedAndHandedToTheOwnerOfOneOfItsEvents() {
        String event = event();
        String organization = text("select organization_id from event where id = ?", UUID.fromString(event));
        String path = "/organizations/" + organization;
        String taken = "taken-" + organization;
        ok(201, as("olga").post("/organizations", "{\"name\":\"x\",\"slug\":\"%s\"}".formatted(taken)));

        assertThat(ok(200, patch(as("olga"), path, "\"v1\"", "{\"name\":\"Renamed\"}"))
                        .path("name")
                        .asText())
                .isEqualTo("Renamed");
        assertProblem(patch(as("olga"), path, "\"v1\"", "{\"name\":\"X\"}"), 412, "stale-version");
        assertProblem(patch(as("olga"), path, "*", "{\"slug\":\"%s\"}".formatted(taken)), 409, "slug-taken");
        assertProblem(handover(path), 422, "not-an-owner");
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + event + "/staff/" + Tokens.subject("otto"),
                                "{\"role\":\"OWNER\"}",
                                "application/json"));
        assertThat(handover(path).statusCode()).isEqualTo(204);

        assertProblem(as("olga").get(path), 404, "not-found");
        assertThat(ok(200, as("otto").get(path)).path("name").asText()).isEqualTo("Renamed");
        assertThat(ok(200, as("olga").get("/events/" + event)).path("myRole").asText())
                .isEqualTo("OWNER");
    }

    private java.net.http.HttpResponse<String> handover(String organization) {
        return as("olga").post(organization + "/handover", "{\"subject\":\"%s\"}".formatted(Tokens.subject("otto")));
    }

    private int delete(String event) {
        return as("olga").send("DELETE", "/events/" + event, "", null).statusCode();
    }

    private List<String> found(String person, String filter) {
        var ids = new ArrayList<String>();
        all(as(person), "/events?" + filter).forEach(event -> ids.add(id(event)));
        return ids;
    }
}
