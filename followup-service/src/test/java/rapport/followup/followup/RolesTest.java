package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

/** One test per operation on what belongs to somebody: who is not signed in is told so, everybody else finds what a random id finds. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RolesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String WHEN = "{\"at\":\"2027-01-01T00:00:00Z\"}";

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    /** @param path {f} is somebody else's follow-up, {s} its second step, {t} their template */
    private record Operation(String method, String path, String type, String body) {}

    private static Stream<Operation> operations() {
        return Stream.of(
                new Operation("GET", "/followups/{f}", null, ""),
                new Operation("PATCH", "/followups/{f}", PATCH, "{}"),
                new Operation("GET", "/followups/{f}/preview", null, ""),
                new Operation("GET", "/followups/{f}/brief", null, ""),
                new Operation("GET", "/followups/{f}/why", null, ""),
                new Operation("GET", "/followups/{f}/deliveries", null, ""),
                new Operation("POST", "/followups/{f}/approval", BODY, ""),
                new Operation("POST", "/followups/{f}/cancellation", BODY, ""),
                new Operation("POST", "/followups/{f}/completion", BODY, ""),
                new Operation("POST", "/followups/{f}/steps", BODY, "{}"),
                new Operation("PATCH", "/followups/{f}/steps/{s}", PATCH, "{}"),
                new Operation("DELETE", "/followups/{f}/steps/{s}", null, ""),
                new Operation("PUT", "/followups/{f}/steps/{s}/words", BODY, "{\"template\":\"thank-speaker\"}"),
                new Operation("POST", "/followups/{f}/steps/{s}/approval", BODY, ""),
                new Operation("PUT", "/followups/{f}/snooze", BODY, WHEN),
                new Operation("DELETE", "/followups/{f}/snooze", null, ""),
                new Operation("PUT", "/followups/{f}/no-reply-by", BODY, WHEN),
                new Operation("DELETE", "/followups/{f}/no-reply-by", null, ""),
                new Operation("GET", "/followups/{f}/outcome", null, ""),
                new Operation("PUT", "/followups/{f}/outcome", BODY, "{\"kind\":\"ADVICE\"}"),
                new Operation("GET", "/templates/{t}", null, ""),
                new Operation("PATCH", "/templates/{t}", PATCH, "{}"),
                new Operation("DELETE", "/templates/{t}", null, ""));
    }

    @TestFactory
    Stream<DynamicTest> somebodyElsesIsAsUnknownAsAnInventedOne() throws Exception {
        var maya = new Door(base, Tokens.of("maya"));
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID peer = world.person("Peer", null, "peer@people.example", "Europe/Berlin");
        UUID contact = world.contact(Tokens.subject("maya"), peer, event, "SCANNED", true);
        var followUp =
                JSON.readTree(maya.post("/followups", """
                {"contactId":"%s","purpose":"THANK","steps":[{}]}""".formatted(contact)).body());
        var template = JSON.readTree(maya.post("/templates", """
                {"name":"Mine","texts":[{"locale":"en","subject":"S","body":"B"}]}""").body());
        String step = followUp.path("steps").get(1).path("id").asText();
        var ben = new Door(base, Tokens.of("ben")).with("If-Match", "*");
        var nobody = new Door(base, (String) null);

        return operations()
                .map(each -> DynamicTest.dynamicTest(each.method() + " " + each.path(), () -> {
                    String theirs = each.path()
                            .replace("{f}", followUp.path("id").asText())
                            .replace("{s}", step)
                            .replace("{t}", template.path("id").asText());
                    String invented = each.path()
                            .replaceAll("\\{[fst]}", UUID.randomUUID().toString());

                    assertThat(send(nobody, each, theirs).statusCode()).isEqualTo(401);
                    var foreign = send(ben, each, theirs);
                    assertProblem(foreign, 404, "not-found");
                    assertThat(detail(foreign)).isEqualTo(detail(send(ben, each, invented)));
                }));
    }

    private static HttpResponse<String> send(Door door, Operation operation, String path) {
        return door.send(operation.method(), path, operation.body(), operation.type());
    }

    private static String detail(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).path("detail").asText();
    }
}
