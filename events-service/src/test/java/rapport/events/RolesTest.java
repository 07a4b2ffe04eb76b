package rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.testing.Problems;
import rapport.kit.testing.RealParts;

/**
 * Who may do what: a line of {@code roles.json} per operation says what each kind of caller is answered. The lines are held
 * against the served document, so an operation without a line fails. A refusal leaves nothing behind, and the event of others
 * is refused with the words for one that does not exist.
 */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class RolesTest extends FrontDoor {
    private static final List<Integer> REFUSALS = List.of(401, 403, 404);

    /**
     * @param call method and path with the placeholders of {@link RoleStage}
     * @param type media type of the body; JSON or a merge patch when it is not said
     * @param nobody the answer for a caller who is not signed in; 401 when it is not said
     * @param foreign the answer for the organizer of other events
     */
    private record Line(
            String operation,
            String call,
            String type,
            JsonNode body,
            String text,
            Integer nobody,
            int attendee,
            int foreign,
            int scanner,
            int editor,
            int owner,
            int admin) {

        int of(RoleStage.Caller caller) {
            return switch (caller) {
                case NOBODY -> nobody == null ? 401 : nobody;
                case ATTENDEE -> attendee;
                case FOREIGN -> foreign;
                case SCANNER -> scanner;
                case EDITOR -> editor;
                case OWNER -> owner;
                case ADMIN -> admin;
            };
        }

        boolean refuses(RoleStage.Caller caller) {
            return REFUSALS.contains(of(caller));
        }

        String method() {
            return call.split(" ")[0];
        }

        String path() {
            return call.split(" ")[1];
        }

        /** As the document writes it, whatever the placeholders are called. */
        String shape() {
            return method() + ' ' + path().split("\\?")[0].replaceAll("\\{[a-z]+}", "{}");
        }

        String content() {
            return text != null ? text : body == null ? "" : body.toString();
        }

        String mediaType() {
            if (type != null) {
                return type;
            }
            return method().equals("PATCH") ? PATCH : body == null ? null : "application/json";
        }
    }

    @BeforeEach
    void everybodyIsLinked() {
        for (RoleStage.Caller caller : RoleStage.Caller.values()) {
            if (caller != RoleStage.Caller.NOBODY) {
                ok(200, caller.door(base).send("POST", "/me/link", "", null));
            }
        }
    }

    @Test
    void everyOperationHasItsLine() {
        var served = new ArrayList<String>();
        JsonNode document = ok(200, asNobody().get("/q/openapi?format=json"));
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("operationId"))
                .forEach(operation ->
                        served.add(operation.getValue().path("operationId").asText() + ": "
                                + operation.getKey().toUpperCase(Locale.ROOT) + ' '
                                + path.getKey().replaceAll("\\{[A-Za-z]+}", "{}"))));

        assertThat(lines().map(line -> line.operation() + ": " + line.shape()))
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @TestFactory
    Stream<DynamicTest> everybodyIsAnsweredWhatTheLineSays() {
        return lines().flatMap(line -> {
            // Whoever is refused leaves nothing behind, so the next one finds the stage as it was.
            var untouched = new RoleStage(this);
            return Stream.of(RoleStage.Caller.values())
                    .map(caller -> DynamicTest.dynamicTest(
                            "%s by %s: %d".formatted(line.operation(), caller, line.of(caller)),
                            () -> check(line, caller, line.refuses(caller) ? untouched : new RoleStage(this))));
        });
    }

    private void check(Line line, RoleStage.Caller caller, RoleStage stage) {
        String path = stage.filled(line.path());
        String content = stage.filled(line.content());
        int expected = line.of(caller);
        String before = state();

        var answer = call(line, caller, path, content);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        if (!line.refuses(caller)) {
            return;
        }
        String refusal = wording(answer, expected);
        assertThat(state()).isEqualTo(before);
        if (expected == 404 && caller == RoleStage.Caller.FOREIGN) {
            var nowhere = call(line, caller, stage.nowhere(line.path()), content);
            assertThat(wording(nowhere, 404)).isEqualTo(refusal);
        }
    }

    private HttpResponse<String> call(Line line, RoleStage.Caller caller, String path, String content) {
        var door = caller.door(base);
        return (line.method().matches("PATCH|PUT") ? door.with("If-Match", "*") : door)
                .send(line.method(), path, content, line.mediaType());
    }

    private static String wording(HttpResponse<String> answer, int status) {
        var problem = Problems.assertProblem(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("none"), answer.body(), status);
        return problem.path("code").asText() + problem.path("detail").asText();
    }

    private static Stream<Line> lines() {
        try (var file = RolesTest.class.getResourceAsStream("/roles.json")) {
            return JSON.readValue(file, new TypeReference<List<Line>>() {}).stream();
        } catch (IOException e) {
            throw new AssertionError("roles.json", e);
        }
    }
}
