package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class FailureShapesTest {
    private static final String ID = UUID.randomUUID().toString();

    @TestHTTPResource("/")
    URI base;

    private Door door() {
        return new Door(base, Tokens.of("maya"));
    }

    @Test
    void pathsAndQueriesThatAreNotUnderstood() {
        var door = door();
        assertProblem(door.get("/nowhere"), 404, "not-found");
        assertProblem(door.get("/things/" + ID), 404, "not-found");
        assertProblem(door.get("/things/not-a-uuid"), 404, "not-found");
        assertProblem(door.get("/things/1-1-1-1-1"), 404, "not-found");
        assertProblem(door.get("/things/named/%00"), 404, "not-found");
        assertProblem(door.get("/things?limit=x"), 400, "validation");
        assertProblem(door.get("/things?limit=0"), 400, "validation");
        assertProblem(door.get("/things?limit=201"), 400, "validation");
        assertProblem(door.get("/things?limt=1"), 400, "validation");
        assertProblem(door.get("/things?limit=1&limit=2"), 400, "validation");
        assertProblem(door.get("/things?cursor=abc"), 400, "validation");
        assertProblem(door.get("/things?colour=BLUE"), 400, "validation");
    }

    @Test
    void anUnexpectedExceptionIs500WithoutItsMessage() {
        var response = door().get("/things/broken");
        assertProblem(response, 500, "internal");
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void aRecordThatRefusesItsValuesDoesNotShowItsException() {
        var response = door().post("/things/ordered", "{\"from\":2,\"to\":1}");
        assertProblem(response, 400, "validation");
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void anUnknownMethodNamesTheKnownOnes() {
        var response = door().send("PUT", "/things", "{}", "application/json");
        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET").contains("POST"));
    }

    @Test
    void mediaTypes() {
        var door = door();
        assertProblem(door.send("POST", "/things", "title", "text/plain"), 415, "unsupported-media-type");
        assertProblem(door.send("POST", "/things", "{}", null), 415, "unsupported-media-type");
        assertProblem(
                door.send("POST", "/things/echo", "{\"title\":\"x\"}", "application/json; charset=iso-8859-1"),
                415,
                "unsupported-media-type");
        assertProblem(door.send("PATCH", "/things/" + ID, "{}", "application/json"), 415, "unsupported-media-type");
        assertProblem(door.with("Accept", "image/png").get("/things"), 406, "not-acceptable");
    }

    @Test
    void theTraceIdIsTheCallers() {
        var response = door().with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/nowhere");
        assertThat(response.body()).contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
    }

    @Test
    void answersAreNeitherStoredNorGuessed() {
        var response = door().get("/things");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aPageLinksToTheNextOne() {
        var response = door().get("/things?limit=2&colour=RED");
        String link = response.headers().firstValue("Link").orElseThrow();
        assertThat(link).startsWith("<?cursor=").endsWith("&colour=RED&limit=2>; rel=\"next\"");
        assertThat(door().get("/things" + link.substring(1, link.indexOf('>'))).statusCode())
                .isEqualTo(200);
    }
}
