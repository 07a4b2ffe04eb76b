package rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.json.Json;
import rapport.kit.testing.Door;
import rapport.kit.testing.Problems;
import rapport.kit.testing.RealParts;

/** One test per operation on what belongs to somebody: nobody is turned away, and everybody else finds what a random id finds. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RolesTest {
    private static final String JSON = "application/json";
    private static final String SOMEBODY = "{\"contactId\":\"019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d02\"}";
    private static final String PATCH = "application/merge-patch+json";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    /** @param path {x} is the id of what belongs to somebody else */
    private record Operation(String method, String path, String type, String body, String of) {}

    private static Stream<Operation> operations() {
        return Stream.of(
                new Operation("GET", "/contacts/{x}", null, "", "contact"),
                new Operation("PATCH", "/contacts/{x}", PATCH, "{\"rating\":1}", "contact"),
                new Operation("POST", "/contacts/{x}/encounters", JSON, "{}", "contact"),
                new Operation("GET", "/contacts/{x}/vcard", null, "", "contact"),
                new Operation("POST", "/contacts/{x}/merge-preview", JSON, SOMEBODY, "contact"),
                new Operation("POST", "/contacts/{x}/merges", JSON, SOMEBODY, "contact"),
                new Operation("POST", "/contacts/{x}/not-duplicates", JSON, SOMEBODY, "contact"),
                new Operation("POST", "/contact-merges/{x}/undo", null, "", "merge"),
                new Operation("GET", "/contacts/{x}/interactions", null, "", "contact"),
                new Operation(
                        "POST",
                        "/contacts/{x}/interactions",
                        JSON,
                        "{\"kind\":\"CALL\",\"occurredAt\":\"2020-01-01T00:00:00Z\"}",
                        "contact"),
                new Operation("GET", "/interactions/{x}", null, "", "interaction"),
                new Operation("PATCH", "/interactions/{x}", PATCH, "{\"note\":\"x\"}", "interaction"),
                new Operation("DELETE", "/interactions/{x}", null, "", "interaction"),
                new Operation("GET", "/contacts/{x}/ledger", null, "", "contact"),
                new Operation("POST", "/contacts/{x}/ledger", JSON, "{\"kind\":\"ASK\",\"what\":\"x\"}", "contact"),
                new Operation("GET", "/contacts/{x}/balance", null, "", "contact"),
                new Operation("GET", "/ledger/{x}", null, "", "ledger"),
                new Operation("PATCH", "/ledger/{x}", PATCH, "{\"what\":\"x\"}", "ledger"),
                new Operation("POST", "/ledger/{x}/kept", null, "", "ledger"),
                new Operation("POST", "/ledger/{x}/broken", null, "", "ledger"),
                new Operation("POST", "/ledger/{x}/cancelled", null, "", "ledger"));
    }

    /** What somebody has, one of each kind. */
    private Map<String, String> belongings(Phone phone) {
        String contact = phone.stored(Phone.scan(congress.badge("CARD")));
        BiFunction<String, String, String> made = (path, body) -> {
            var answer = phone.door().post(path, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return Phone.json(answer).path("id").asText();
        };
        String other = phone.stored(Phone.scan(congress.badge("CARD")));
        return Map.of(
                "contact",
                contact,
                "merge",
                made.apply("/contacts/" + contact + "/merges", Json.canonical(Map.of("contactId", other))),
                "interaction",
                made.apply(
                        "/contacts/" + contact + "/interactions",
                        Json.canonical(Map.of("kind", "CALL", "occurredAt", "2020-01-01T00:00:00Z"))),
                "ledger",
                made.apply(
                        "/contacts/" + contact + "/ledger",
                        Json.canonical(Map.of("kind", "PROMISE", "what", "the slides"))));
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToSomebodyElseIsNotThere() {
        Map<String, String> foreign = belongings(Phone.of(base));
        String random = UUID.randomUUID().toString();
        return operations()
                .map(o -> DynamicTest.dynamicTest(o.method() + " " + o.path(), () -> {
                    String theirs = o.path().replace("{x}", foreign.get(o.of()));
                    refused(new Door(base, (String) null), o, theirs, 401);
                    Door other = Phone.of(base).door();
                    assertThat(refused(other, o, theirs, 404))
                            .isEqualTo(refused(other, o, o.path().replace("{x}", random), 404));
                }));
    }

    private static String refused(Door door, Operation operation, String path, int status) {
        Door versioned =
                operation.method().equals("PATCH") || operation.method().equals("PUT")
                        ? door.with("If-Match", "*")
                        : door;
        var answer = versioned.send(operation.method(), path, operation.body(), operation.type());
        var problem = Problems.assertProblem(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("none"), answer.body(), status);
        return problem.path("code").asText() + problem.path("detail").asText();
    }
}
