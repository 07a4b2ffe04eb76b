package rapport.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class RegistrationDeletionTest extends FrontDoor {

    @Test
    void thePersonsDeletionLeavesATombstoneAndPassesThePlaceOn() {
        String id = publishedEvent("{\"capacity\": 1}");
        var mayas = ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));
        var waiting = ok(201, as("ben").post("/events/" + id + "/registrations", "{\"displayName\":\"Ben\"}"));
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        String token = ok(200, as("olga").get("/events/" + id + "/registrations"))
                .path("changes")
                .asText();
        String path = "/events/" + id + "/registrations/" + id(mayas);

        assertProblem(as("ben").send("DELETE", path, "", null), 404, "not-found");
        assertThat(as("maya").send("DELETE", path, "", null).statusCode()).isEqualTo(204);

        assertProblem(as("maya").get(path), 404, "not-found");
        assertProblem(as("maya").send("DELETE", path, "", null), 404, "not-found");
        assertThat(all(as("maya"), "/events/" + id + "/registrations")).isEmpty();
        assertThat(number("select count(*) from badge where registration_id = ?", UUID.fromString(id(mayas))))
                .isZero();
        var fact = messages(id(mayas)).getLast();
        long last = number(
                "select max(version) from outbox where key = ? and type = 'registration.changed.v1'",
                UUID.fromString(id(mayas)));
        assertThat(fact.path("version").asLong()).isEqualTo(last + 1);
        assertThat(text("select type from outbox where key = ? order by seq desc limit 1", UUID.fromString(id(mayas))))
                .isEqualTo("registration.deleted.v1");
        assertThat(messages(id(waiting)).getLast().path("status").asText()).isEqualTo("CONFIRMED");
        var changes = changes(id, token);
        assertThat(changes).hasSize(2);
        assertThat(changes).anySatisfy(change -> {
            assertThat(id(change)).isEqualTo(id(mayas));
            assertThat(change.path("status").asText()).isEqualTo("DELETED");
            assertThat(change.path("email").isNull()).isTrue();
            assertThat(change.path("displayName").isNull()).isTrue();
        });
    }

    @Test
    void whoWasDeletedMayRegisterAgain() {
        String id = publishedEvent("{}");
        var first = ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));
        as("olga").send("DELETE", "/events/" + id + "/registrations/" + id(first), "", null);

        var second = ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));

        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(second.path("personId").asText())
                .isEqualTo(first.path("personId").asText());
    }

    @Test
    void whoIsRegisteredByOthersFindsItWithTheVerifiedAddressOfTheSignIn() {
        String id = publishedEvent("{}");
        var told = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Maya\",\"email\":\"%s\"}".formatted(address())));

        var found = all(as("maya"), "/events/" + id + "/registrations");

        assertThat(found).hasSize(1);
        assertThat(id(found.get(0))).isEqualTo(id(told));
    }

    /** Maya's address, as her own registration for another event tells it. */
    private String address() {
        String other = publishedEvent("{}");
        return ok(201, as("maya").post("/events/" + other + "/registrations", "{\"displayName\":\"Maya\"}"))
                .path("email")
                .asText();
    }

    private JsonNode changes(String event, String token) {
        return ok(200, as("olga").get("/events/" + event + "/registrations?changedSince=" + token))
                .path("items");
    }
}
