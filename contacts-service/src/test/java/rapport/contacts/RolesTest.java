package rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
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
    private static final String ID = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d03";
    private static final String SOMEBODY = "{\"contactId\":\"019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d02\"}";
    private static final String PATCH = "application/merge-patch+json";

    private static final String GOAL = """
            {"statement": "Find a thesis", "wish": "MENTOR", "topics": ["sepsis"], "careerStage": "STUDENT"}""";

    private static final String OFFER = """
            {"headline": "Trials", "wishes": ["MENTOR"], "topics": ["sepsis"], "languages": ["en"], "capacity": 1,
             "showsName": false, "showsAffiliation": false}""";

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
                new Operation("GET", "/share-cards/{x}", null, "", "card"),
                new Operation("PATCH", "/share-cards/{x}", PATCH, "{\"name\":\"x\"}", "card"),
                new Operation("DELETE", "/share-cards/{x}", null, "", "card"),
                new Operation("POST", "/share-cards/{x}/default", null, "", "card"),
                new Operation("POST", "/share-cards/{x}/events/" + ID, null, "", "card"),
                new Operation("DELETE", "/share-cards/{x}/events/" + ID, null, "", "card"),
                new Operation("GET", "/consent-requests/{x}", null, "", "consent"),
                new Operation(
                        "POST", "/consent-requests/{x}/acceptance", JSON, "{\"cardId\":\"" + ID + "\"}", "consent"),
                new Operation("POST", "/consent-requests/{x}/decline", null, "", "consent"),
                new Operation("POST", "/card-holders/{x}/withdrawal", null, "", "holder"),
                new Operation("POST", "/speaker-suggestions/{x}/dismissal", null, "", "suggestion"),
                new Operation("GET", "/ledger/{x}", null, "", "ledger"),
                new Operation("PATCH", "/ledger/{x}", PATCH, "{\"what\":\"x\"}", "ledger"),
                new Operation("POST", "/ledger/{x}/kept", null, "", "ledger"),
                new Operation("POST", "/ledger/{x}/broken", null, "", "ledger"),
                new Operation("POST", "/ledger/{x}/cancelled", null, "", "ledger"),
                new Operation("GET", "/contacts/{x}/depth", null, "", "contact"),
                new Operation("GET", "/contacts/{x}/cadence", null, "", "contact"),
                new Operation("PUT", "/contacts/{x}/cadence", JSON, "{\"idealDays\":1,\"maximumDays\":2}", "contact"),
                new Operation("DELETE", "/contacts/{x}/cadence", null, "", "contact"),
                new Operation("PUT", "/contacts/{x}/snooze", JSON, "{\"until\":\"2099-01-01\"}", "contact"),
                new Operation("DELETE", "/contacts/{x}/snooze", null, "", "contact"),
                new Operation("GET", "/tag-cadences/{x}", null, "", "tag-cadence"),
                new Operation("PATCH", "/tag-cadences/{x}", PATCH, "{\"idealDays\":1}", "tag-cadence"),
                new Operation("DELETE", "/tag-cadences/{x}", null, "", "tag-cadence"),
                new Operation("GET", "/goals/{x}", null, "", "goal"),
                new Operation("PATCH", "/goals/{x}", PATCH, "{\"statement\":\"x\"}", "goal"),
                new Operation("DELETE", "/goals/{x}", null, "", "goal"),
                new Operation("GET", "/goals/{x}/mentors", null, "", "goal"),
                new Operation("GET", "/mentoring-requests/{x}", null, "", "request"),
                new Operation("POST", "/mentoring-requests/{x}/withdrawal", null, "", "request"),
                new Operation("POST", "/mentoring-requests/{x}/acceptance", null, "", "request"),
                new Operation("POST", "/mentoring-requests/{x}/refusal", null, "", "request"),
                new Operation("POST", "/mentoring-requests/{x}/end", null, "", "request"),
                new Operation("GET", "/introductions/{x}", null, "", "introduction"),
                new Operation("POST", "/introductions/{x}/withdrawal", null, "", "introduction"),
                new Operation("POST", "/me/introductions/{x}/acceptance", null, "", "introduction"),
                new Operation("POST", "/me/introductions/{x}/refusal", null, "", "introduction"));
    }

    /** What somebody shares and is asked for, one of each kind. */
    private Map<String, String> shared(Phone phone) {
        var badge = congress.badge("ASK_ME");
        congress.personAs(badge.person(), 2, "Dana Roth", phone.owner());
        UUID speaker = congress.speaker(badge.event(), UUID.randomUUID(), "Dr. Inés López");
        congress.attendance(badge.person(), congress.session(badge.event(), speaker), true);
        Phone asking = Phone.of(base);
        String holder = asking.stored(Phone.scan(badge));
        var card = phone.door().post("/share-cards", "{\"kind\":\"PEER\",\"name\":\"x\",\"fields\":[]}");
        assertThat(card.statusCode()).as(card.body()).isEqualTo(201);
        return Map.of(
                "card", Phone.json(card).path("id").asText(),
                "consent",
                        Phone.json(phone.door().get("/consent-requests"))
                                .path("items")
                                .path(0)
                                .path("id")
                                .asText(),
                "holder", holder,
                "suggestion", speaker.toString());
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
        String goal = made.apply("/goals", GOAL);
        return Map.of(
                "goal",
                goal,
                "request",
                made.apply(
                        "/mentoring-requests",
                        Json.canonical(Map.of("goalId", goal, "mentorId", mentor(), "message", "Would you?"))),
                "introduction",
                made.apply(
                        "/introductions",
                        Json.canonical(Map.of(
                                "firstContactId",
                                member(phone),
                                "secondContactId",
                                member(phone),
                                "reason",
                                "Sepsis"))),
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
                        Json.canonical(Map.of("kind", "PROMISE", "what", "the slides"))),
                "tag-cadence",
                made.apply(
                        "/tag-cadences", Json.canonical(Map.of("tag", "mentor", "idealDays", 30, "maximumDays", 60))));
    }

    private String member(Phone of) {
        var badge = congress.badge("CARD");
        congress.personAs(badge.person(), 2, "Ines López", UUID.randomUUID().toString());
        return of.stored(Phone.scan(badge));
    }

    private String mentor() {
        var answer = Phone.of(base).door().send("PUT", "/me/mentor-profile", OFFER, JSON);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Phone.json(answer).path("shown").path("id").asText();
    }

    @TestFactory
    Stream<DynamicTest> nobodyReadsAListWithoutBeingSignedIn() {
        return Stream.of(
                        "/promises",
                        "/reminders",
                        "/portfolio",
                        "/tag-cadences",
                        "/goals",
                        "/mentoring-requests",
                        "/introductions",
                        "/me/introductions",
                        "/me/mentor-profile",
                        "/me/mentor-profile/requests",
                        "/me/reminder-settings",
                        "/mentors/" + UUID.randomUUID())
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> Problems.assertProblem(new Door(base, (String) null).get(path), 401, "unauthenticated")));
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToSomebodyElseIsNotThere() {
        var foreign = new HashMap<>(belongings(Phone.of(base)));
        foreign.putAll(shared(Phone.of(base)));
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
