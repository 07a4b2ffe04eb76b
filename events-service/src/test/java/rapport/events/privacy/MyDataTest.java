package rapport.events.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
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
    void staffGetWhatTheirAccountDid() {
        String id = event();
        as("olga").get("/events/" + id + "/speaker-list");

        var data = ok(200, as("olga").get("/me/data"));

        assertThat(data.path("staffRoles").findValuesAsText("eventId")).contains(id);
        assertThat(data.path("exports").findValuesAsText("eventId")).contains(id);
        assertProblem(asNobody().get("/me/data"), 401, "unauthenticated");
    }
}
