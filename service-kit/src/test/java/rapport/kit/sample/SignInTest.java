package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.testing.BadTokens;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class SignInTest {
    @TestHTTPResource("/")
    URI base;

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotGoodIs401() {
        return BadTokens.all().entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    var response = new Door(base, bad.getValue()).get("/things/me");
                    assertProblem(response, 401, "unauthenticated");
                    assertThat(response.headers().firstValue("WWW-Authenticate"))
                            .hasValue("Bearer");
                }));
    }

    @Test
    void noTokenIs401BeforeAnythingElse() {
        var nobody = new Door(base, (String) null);
        assertProblem(nobody.get("/things/me"), 401, "unauthenticated");
        assertProblem(nobody.post("/things", "{"), 401, "unauthenticated");
        assertProblem(nobody.with("Authorization", "Basic bWF5YTptYXlh").get("/things/me"), 401, "unauthenticated");
        assertProblem(nobody.with("Authorization", "Bearer").get("/things/me"), 401, "unauthenticated");
        assertThat(nobody.get("/things/open").statusCode()).isEqualTo(200);
    }

    @Test
    void theWrongRoleIs403BeforeAnyLookUp() {
        String path = "/things/" + UUID.randomUUID();
        assertProblem(new Door(base, Tokens.of("maya")).send("DELETE", path, "", null), 403, "forbidden");
        assertProblem(new Door(base, Tokens.of("olga")).send("DELETE", path, "", null), 404, "not-found");
    }

    @Test
    void theCallerIsWhoTheTokenSays() {
        var door = new Door(base, Tokens.with("maya", Map.of("email", "Maya@People.example ", "name", "Maya Haddad")));
        assertThat(door.get("/things/me").body())
                .isEqualTo("[\"" + Tokens.subject("maya") + "\",\"Maya Haddad\",\"maya@people.example\",\"true\"]");
    }

    @Test
    void anAddressNobodyVouchesForIsNoAddress() {
        var door = new Door(base, Tokens.with("maya", Map.of("email_verified", false)));
        assertThat(door.get("/things/me").body()).contains("\"-\"");
    }

    @Test
    void clocksMayDifferABit() {
        long now = Instant.now().getEpochSecond();
        assertThat(new Door(base, Tokens.with("maya", Map.of("iat", now - 3600, "nbf", now - 3600, "exp", now - 10)))
                        .get("/things/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenThatWasGoodAMomentAgoIsRefusedOnceItHasExpired() {
        long almostOver = Instant.now().getEpochSecond() - 27;
        var door = new Door(
                base, Tokens.with("maya", Map.of("iat", almostOver - 60, "nbf", almostOver - 60, "exp", almostOver)));
        assertThat(door.get("/things/me").statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertProblem(door.get("/things/me"), 401, "unauthenticated"));
    }

    @Test
    void tokensThatAreRememberedAreNotMixedUp() {
        for (int times = 0; times < 3; times++) {
            for (String person : new String[] {"maya", "ben", "olga"}) {
                assertThat(new Door(base, Tokens.of(person)).get("/things/me").body())
                        .contains(Tokens.subject(person));
            }
        }
    }
}
