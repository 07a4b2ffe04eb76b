package rapport.events.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.token.OpaqueTokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class BadgeTest extends FrontDoor {

    @Test
    void confirmedRegistrationsGetOneBadgeAndTheMessageHoldsItsHashOnly() {
        String id = eventWithGuests(3);

        var issued = ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));

        assertThat(issued.path("issued").asInt()).isEqualTo(3);
        var badge = all(as("olga"), "/events/" + id + "/badges?tokens=true").get(0);
        String token = badge.path("token").asText();
        var message = messages(badge.path("registrationId").asText()).getLast();
        assertThat(message.path("version").asInt()).isEqualTo(2);
        assertThat(message.path("badges").get(0).path("tokenHash").asText())
                .isEqualTo(HexFormat.of().formatHex(OpaqueTokens.hash(token)));
        assertThat(number("select count(*) from badge where encode(seed, 'escape') like '%' || ? || '%'", token))
                .isZero();
        var again = ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        assertThat(again.path("issued").asInt()).isZero();
        assertThat(again.path("alreadyIssued").asInt()).isEqualTo(3);
    }

    @Test
    void rotationRevokesTheOldTokenAndPublishesBoth() {
        String id = eventWithGuests(1);
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        var old = all(as("olga"), "/events/" + id + "/badges?tokens=true").get(0);

        var next = ok(200, as("olga").send("POST", "/badges/" + id(old) + "/rotation", "", null));

        assertThat(next.path("token").asText()).isNotEqualTo(old.path("token").asText());
        assertThat(messages(old.path("registrationId").asText()).getLast().path("badges"))
                .extracting(b -> b.path("status").asText())
                .containsExactly("REVOKED", "ACTIVE");
        ok(200, as("olga").send("POST", "/badges/" + id(next) + "/revocation", "", null));
        String before = state();
        assertProblem(as("olga").send("POST", "/badges/" + id(next) + "/revocation", "", null), 409, "badge-revoked");
        assertThat(ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null))
                        .path("issued")
                        .asInt())
                .isZero();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aBadgeIsShownToItsWearerAndItsEditorsAndReadingNeverWrites() {
        String id = publishedEvent("{}");
        ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        var mine = ok(200, as("maya").get("/me/badges")).path("items");
        String badge = id(mine.get(mine.size() - 1));
        String before = state();

        assertThat(as("maya").get("/badges/" + badge + "/code.svg").body()).startsWith("<svg");
        assertThat(as("olga").get("/badges/" + badge + "/code.png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertProblem(
                as("ben").get("/badges/" + badge + "/code.svg").statusCode(),
                "application/problem+json",
                as("ben").get("/badges/" + badge + "/code.svg").body(),
                404);
        assertThat(as("otto").get("/badges/" + badge + "/code.png").statusCode())
                .isEqualTo(404);
        assertThat(as("olga").get("/badges/" + UUID.randomUUID() + "/code.png").statusCode())
                .isEqualTo(404);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void scannersSeeBadgesWithoutTokens() {
        String id = eventWithGuests(1);
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + id + "/staff/" + Tokens.subject("ben"),
                                "{\"role\":\"SCANNER\"}",
                                "application/json"));

        assertThat(all(as("ben"), "/events/" + id + "/badges")
                        .get(0)
                        .path("token")
                        .isNull())
                .isTrue();
        assertProblem(as("ben").get("/events/" + id + "/badges?tokens=true"), 403, "staff-role");
        assertProblem(as("maya").get("/events/" + id + "/badges"), 404, "not-found");
    }

    private String eventWithGuests(int guests) {
        String id = event();
        for (int i = 0; i < guests; i++) {
            ok(
                    201,
                    as("olga")
                            .post(
                                    "/events/" + id + "/registrations",
                                    "{\"displayName\":\"Guest\",\"email\":\"g%s@x.example\"}"
                                            .formatted(UUID.randomUUID())));
        }
        return id;
    }
}
