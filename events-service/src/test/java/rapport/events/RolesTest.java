package rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.testing.Door;
import rapport.kit.testing.Problems;
import rapport.kit.testing.RealParts;

/** One test per operation: nobody, an attendee, the organizer of somebody else, a random id. A refusal leaves nothing behind. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class RolesTest extends FrontDoor {
    /** @param attendee what an attendee gets for the event of others */
    private record Operation(String method, String path, String type, String body, int attendee) {}

    private static Stream<Operation> operations() {
        String json = "application/json";
        return Stream.of(
                new Operation("PATCH", "/events/{e}", PATCH, "{\"name\":\"X\"}", 403),
                new Operation("GET", "/events/{e}", null, "", 404),
                new Operation("POST", "/events/{e}/publication", null, "", 403),
                new Operation("POST", "/events/{e}/cancellation", json, "{\"reason\":\"x\"}", 403),
                new Operation("POST", "/events/{e}/archival", null, "", 403),
                new Operation("GET", "/events/{e}/staff", null, "", 403),
                new Operation("PUT", "/events/{e}/staff/somebody", json, "{\"role\":\"OWNER\"}", 403),
                new Operation("DELETE", "/events/{e}/staff/somebody", null, "", 403),
                new Operation("POST", "/events/{e}/programme-imports", "application/xml", "<schedule/>", 403),
                new Operation("POST", "/events/{e}/registration-imports", "text/csv", "email,display_name\n", 403),
                new Operation("POST", "/events/{e}/speaker-imports", "text/csv", "display_name\n", 403),
                new Operation(
                        "POST",
                        "/events/{e}/sessions",
                        json,
                        "{\"title\":\"x\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}",
                        403),
                new Operation("GET", "/events/{e}/sessions", null, "", 404),
                new Operation("GET", "/events/{e}/sessions/{r}", null, "", 404),
                new Operation("PATCH", "/events/{e}/sessions/{r}", PATCH, "{\"title\":\"X\"}", 403),
                new Operation("DELETE", "/events/{e}/sessions/{r}", null, "", 403),
                new Operation("POST", "/events/{e}/speakers", json, "{\"displayName\":\"x\"}", 403),
                new Operation("GET", "/events/{e}/speakers", null, "", 404),
                new Operation("GET", "/events/{e}/speakers/{r}", null, "", 404),
                new Operation("PATCH", "/events/{e}/speakers/{r}", PATCH, "{\"bio\":null}", 403),
                new Operation("POST", "/events/{e}/registrations", json, "{\"displayName\":\"x\"}", 404),
                new Operation("GET", "/events/{e}/registrations", null, "", 404),
                new Operation("GET", "/events/{e}/registrations/{r}", null, "", 404),
                new Operation("PATCH", "/events/{e}/registrations/{r}", PATCH, "{\"sharing\":\"OFF\"}", 404),
                new Operation("POST", "/events/{e}/registrations/{r}/cancellation", null, "", 404),
                new Operation("POST", "/events/{e}/badges", null, "", 403),
                new Operation("GET", "/events/{e}/badges", null, "", 404),
                new Operation("POST", "/badges/{r}/rotation", null, "", 403),
                new Operation("POST", "/badges/{r}/revocation", null, "", 403),
                new Operation("GET", "/badges/{r}/code.png", null, "", 404),
                new Operation("GET", "/badges/{r}/code.svg", null, "", 404),
                new Operation("GET", "/events/{e}/speaker-list", null, "", 403),
                new Operation("GET", "/events/{e}/exports", null, "", 403),
                new Operation("GET", "/events/{e}/attendance", null, "", 403),
                new Operation(
                        "POST",
                        "/organizations/{r}/events",
                        json,
                        "{\"name\":\"x\",\"kind\":\"WEBINAR\",\"startsAt\":\"2026-01-01T10:00:00\",\"endsAt\":\"2026-01-01T11:00:00\",\"zone\":\"UTC\"}",
                        403),
                new Operation("GET", "/organizations/{r}", null, "", 403));
    }

    @TestFactory
    Stream<DynamicTest> whoMayNotIsRefusedAndLearnsNothing() {
        String foreign = event();
        String random = UUID.randomUUID().toString();
        return operations()
                .map(o -> DynamicTest.dynamicTest(o.method() + " " + o.path(), () -> {
                    String path = o.path().replace("{e}", foreign).replace("{r}", random);
                    String nowhere = o.path().replace("{e}", random).replace("{r}", random);
                    String before = state();
                    refused(asNobody(), o, path, 401);
                    refused(as("maya"), o, path, o.attendee());
                    String ofOthers = refused(as("otto"), o, path, 404);
                    assertThat(refused(as("otto"), o, nowhere, 404)).isEqualTo(ofOthers);
                    assertThat(state()).isEqualTo(before);
                }));
    }

    private String refused(Door door, Operation operation, String path, int status) {
        Door versioned = operation.method().equals("PATCH") ? door.with("If-Match", "*") : door;
        var answer = versioned.send(operation.method(), path, operation.body(), operation.type());
        var problem = Problems.assertProblem(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("none"), answer.body(), status);
        return problem.path("code").asText() + problem.path("detail").asText();
    }
}
