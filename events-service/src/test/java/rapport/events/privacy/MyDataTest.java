package rapport.events.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class MyDataTest extends FrontDoor {

    @Test
    void everybodyGetsWhatIsHeldAboutThemAndNothingOfOthers() {
        String id = publishedEvent("{\"name\":\"Vienna Heart\"}");
        ok(
                201,
                as("ben")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Ben\",\"goals\":[\"a mentor\"]}"));
        ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya Canary\"}"));
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));

        var answer = as("ben").get("/me/data");
        var data = ok(200, answer);

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(data.path("person").get(0).path("subject").asText()).isEqualTo(Tokens.subject("ben"));
        assertThat(data.path("addresses").get(0).path("verified").asBoolean()).isTrue();
        assertThat(data.path("registrations").findValuesAsText("eventName")).contains("Vienna Heart");
        assertThat(data.path("registrations").toString()).contains("a mentor");
        assertThat(data.path("badges").get(0).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(answer.body()).doesNotContain("Canary", "seed", "tokenHash", "changeXid");
    }

    @Test
    void whatReportsStaffAndCertificatesSayAboutSomebodyIsPartOfIt() {
        String id = publishedEvent("{\"name\":\"Vienna Heart\"}");
        String address = "dana-" + id + "@x.example";
        var dana = new Door(base, Tokens.with("maya", Map.of("sub", "dana-" + id, "email", address)));
        var own = ok(201, dana.post("/events/" + id + "/registrations", "{\"displayName\":\"Dana\"}"));
        String session = id(ok(201, as("olga").post("/events/" + id + "/sessions", """
                {"title": "Sepsis", "startsAt": "2024-12-27T10:00:00", "endsAt": "2024-12-27T11:00:00"}""")));
        String report = "/events/" + id + "/sessions/" + session + "/webinar-imports";
        ok(201, as("olga").send("POST", report, "email,minutes\n" + address + ",55\nguest@x.example,5\n", "text/csv"));
        ok(201, as("olga").post("/events/" + id + "/manual-presence", """
                {"registrationId": "%s", "sessionId": "%s", "joinedAt": "2024-12-27T09:30:00Z",
                 "reason": "stayed for questions"}""".formatted(id(own), session)));
        ok(201, dana.post("/events/" + id + "/registrations/" + id(own) + "/certificates", "{}"));

        var answer = dana.get("/me/data");
        var data = ok(200, answer);

        var webinar = data.path("webinars").get(0);
        assertThat(webinar.path("sessionTitle").asText()).isEqualTo("Sepsis");
        assertThat(webinar.path("match").asText()).isEqualTo("EMAIL");
        assertThat(webinar.path("stays").get(0).path("seconds").asInt()).isEqualTo(3300);
        assertThat(data.path("manualPresence").get(0).path("reason").asText()).isEqualTo("stayed for questions");
        var certificate = data.path("certificates").get(0);
        assertThat(certificate.path("holder").asText()).isEqualTo("Dana");
        assertThat(certificate.path("sessions").get(0).path("title").asText()).isEqualTo("Sepsis");
        assertThat(answer.body()).doesNotContain("guest@x.example", Tokens.subject("olga"));
        assertThat(ok(200, as("olga").get("/me/data")).path("webinarImports").findValuesAsText("sessionId"))
                .contains(session);
    }

    @Test
    void staffGetWhatTheirAccountDid() {
        String id = event();
        as("olga").get("/events/" + id + "/speaker-list");

        var data = ok(200, as("olga").get("/me/data"));

        assertThat(data.path("staffRoles").findValuesAsText("eventId")).contains(id);
        assertThat(data.path("exports").findValuesAsText("eventId")).contains(id);
        assertProblem(asNobody().get("/me/data"), 401, "unauthenticated");
    }
}
