package rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.testing.BadInput;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class BadInputTest extends FrontDoor {

    @TestFactory
    Stream<DynamicTest> badBodiesAreRefused() {
        String event = publishedEvent("{}");
        return Stream.of(
                        "/organizations",
                        "/events/" + event + "/sessions",
                        "/events/" + event + "/speakers",
                        "/events/" + event + "/staff-invitations",
                        "/events/" + event + "/registrations",
                        "/events/" + event + "/check-ins",
                        "/events/" + event + "/check-ins/batch",
                        "/events/" + event + "/check-ins/corrections",
                        "/events/" + event + "/manual-presence")
                .flatMap(path -> BadInput.bodies(as("olga"), "POST", path, "application/json"));
    }

    @TestFactory
    Stream<DynamicTest> whatTheServiceFoundIsRefused() {
        return BadInput.file(as("olga"), "/bad-input.json");
    }

    @Test
    void refusedInputLeavesNothingBehind() {
        String event = event();
        String before = state();
        for (String body : new String[] {
            "",
            "null",
            "[]",
            "{\"displayName\":\" \"}",
            "{\"displayName\":\"a\\u0000b\"}",
            "{\"displayName\":\"x\",\"orcid\":\"0000-0002-1825-0098\"}",
            "{\"displayName\":\"x\",\"links\":{\"website\":\"javascript:alert(1)\"}}",
            "{\"displayName\":\"x\",\"country\":\"Austria\"}",
            "{\"displayName\":\"x\",\"email\":\"x\"}",
            "{\"displayName\":\"x\",\"id\":\"1\"}"
        }) {
            assertThat(as("olga").post("/events/" + event + "/speakers", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void namesOfAllTheWorldComeBackAsTheyWere() {
        String event = event();
        for (String name : new String[] {
            "O'Brien-Núñez",
            "王小明",
            "أحمد",
            "van der Berg; Jr",
            "👩🏽‍⚕️",
            "X",
            "{{7*7}} <b>${x}</b> '; drop table person; --"
        }) {
            var body = JSON.createObjectNode().put("displayName", name);
            var created = ok(201, as("olga").post("/events/" + event + "/speakers", body.toString()));
            assertThat(created.path("displayName").asText()).isEqualTo(name);
        }
    }
}
