package rapport.contacts.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Contracts;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Topic;

@QuarkusTest
@WithTestResource(RealParts.class)
class InteractionTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Topic INTERACTIONS = Topic.named("rapport.interaction.v1");
    private static final Topic FOLLOW_UPS = Topic.named("rapport.followup.v1");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    Clock clock;

    private Phone phone;
    private String contact;

    @BeforeEach
    void anOwnerWithAContact() {
        phone = Phone.of(base);
        contact = phone.stored(Phone.scan(congress.badge("CARD")));
    }

    private static Map<String, Object> call() {
        var call = new LinkedHashMap<String, Object>();
        call.put("interactionId", UUID.randomUUID());
        call.put("kind", "CALL");
        call.put("occurredAt", "2019-03-04T18:05:00+01:00");
        call.put("note", "about the registry");
        return call;
    }

    private HttpResponse<String> log(Map<String, ?> interaction) {
        return phone.door().post("/contacts/" + contact + "/interactions", Json.canonical(interaction));
    }

    @Test
    void aCallOfYearsAgoIsKeptAndPublishedWithoutItsNote() {
        var answer = log(call());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var view = Phone.json(answer);
        assertThat(view.path("direction").asText()).isEqualTo("MUTUAL");
        assertThat(view.path("occurredAt").asText()).isEqualTo("2019-03-04T17:05:00Z");
        String id = view.path("id").asText();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(INTERACTIONS.read(id)).hasSize(1));
        var message = INTERACTIONS.read(id).getFirst();
        Contracts.assertValid("rapport.interaction.v1", "interaction.logged.v1", message.text());
        assertThat(message.json().path("contactId").asText()).isEqualTo(contact);
        assertThat(message.text()).doesNotContain("registry");
    }

    @Test
    void whoWasCalledIsNotAmongThoseOfWhomNothingWasHeard() {
        assertThat(silentForThirtyDays()).containsExactly(contact);
        var call = call();
        call.put("occurredAt", clock.instant().minus(Duration.ofDays(2)));
        String id = Phone.json(log(call)).path("id").asText();

        assertThat(silentForThirtyDays()).isEmpty();

        phone.door().send("DELETE", "/interactions/" + id, "", null);
        assertThat(silentForThirtyDays()).containsExactly(contact);
    }

    private List<String> silentForThirtyDays() {
        var ids = new ArrayList<String>();
        Phone.json(phone.door().get("/contacts?notContactedForDays=30"))
                .path("items")
                .forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    @Test
    void theSameInteractionSentFiftyTimesAtOnceIsOne() throws Exception {
        var call = call();
        var statuses = new ArrayList<Integer>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.invokeAll(IntStream.range(0, 50)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> log(call).statusCode())
                    .toList());
            for (var answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses).filteredOn(s -> s == 201).hasSize(1);
        assertThat(congress.count("interaction", phone.owner())).isEqualTo(1);
    }

    @Test
    void anotherInteractionUnderTheSameIdIsRefused() {
        var call = call();
        log(call);
        call.put("kind", "MET");

        assertProblem(log(call), 409, "interaction-id-reused");
    }

    @Test
    void anInteractionIsCorrectedByWhoHasSeenIt() {
        String path = "/interactions/" + Phone.json(log(call())).path("id").asText();

        assertProblem(patch(phone.door(), path, "{\"note\":null}"), 428, "precondition-required");
        assertProblem(patch(phone.door().with("If-Match", "\"v4\""), path, "{}"), 412, "stale-version");
        var corrected = patch(
                phone.door().with("If-Match", "\"v1\""),
                path,
                "{\"note\":null,\"kind\":\"LETTER_RECEIVED\",\"occurredAt\":\"2020-01-01T00:00:00Z\"}");

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.headers().firstValue("ETag")).hasValue("\"v2\"");
        var view = Phone.json(phone.door().get(path));
        assertThat(view.has("note")).isFalse();
        assertThat(view.path("direction").asText()).isEqualTo("INBOUND");
        assertThat(view.path("occurredAt").asText()).isEqualTo("2020-01-01T00:00:00Z");
    }

    @Test
    void whatWasRemovedIsNotBroughtBackByALateRepetition() {
        var call = call();
        String id = Phone.json(log(call)).path("id").asText();

        var removed = phone.door().send("DELETE", "/interactions/" + id, "", null);

        assertThat(removed.statusCode()).isEqualTo(204);
        assertProblem(phone.door().get("/interactions/" + id), 404, "not-found");
        assertProblem(phone.door().send("DELETE", "/interactions/" + id, "", null), 404, "not-found");
        assertProblem(log(call), 409, "interaction-removed");
        await().atMost(LONG).untilAsserted(() -> assertThat(INTERACTIONS.read(id))
                .extracting(Topic.Message::type)
                .containsExactly("interaction.logged.v1", "interaction.removed.v1"));
        Contracts.assertValid(
                "rapport.interaction.v1",
                "interaction.removed.v1",
                INTERACTIONS.read(id).getLast().text());
    }

    @Test
    void faultyInteractionsLeaveNothing() {
        var future = call();
        future.put("occurredAt", "2099-01-01T00:00:00Z");
        var contradiction = call();
        contradiction.put("kind", "HELP_GIVEN");
        contradiction.put("direction", "INBOUND");

        assertProblem(log(future), 422, "in-the-future");
        assertProblem(log(contradiction), 422, "wrong-direction");
        assertThat(pointers(assertProblem(log(Map.of("note", "x".repeat(10_001))), 400, "validation")))
                .contains("/kind", "/occurredAt", "/note");
        assertThat(congress.count("interaction", phone.owner())).isZero();
    }

    @Test
    void theLatestComesFirstPageByPage() {
        for (int day = 1; day <= 5; day++) {
            var call = call();
            call.put("occurredAt", "2020-01-0" + day + "T10:00:00Z");
            log(call);
        }

        var seen = new ArrayList<String>();
        String path = "/contacts/" + contact + "/interactions?limit=2";
        String next = "";
        while (next != null) {
            JsonNode page = Phone.json(phone.door().get(path + next));
            page.path("items")
                    .forEach(i -> seen.add(i.path("occurredAt").asText().substring(9, 10)));
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void followUpsThatWereSentAndAnsweredCountOnce() {
        UUID followUp = UUID.randomUUID();
        FOLLOW_UPS.create(6);
        for (int again = 0; again < 2; again++) {
            tell(followUp, 3, "SENT", "EMAIL");
            tell(followUp, 4, "REPLIED", "EMAIL");
            tell(UUID.randomUUID(), 2, "SENT", "MANUAL");
        }
        String marker = UUID.randomUUID().toString();
        tell(UUID.fromString(marker), 3, "SENT", "RELAY");

        await().atMost(LONG).until(() -> interactions().toString().contains("MESSAGE_SENT"));
        assertThat(interactions().path("items"))
                .extracting(i -> i.path("kind").asText() + i.path("source").asText())
                .containsExactlyInAnyOrder("EMAIL_SENTFOLLOW_UP", "EMAIL_RECEIVEDFOLLOW_UP", "MESSAGE_SENTFOLLOW_UP");
        String observed = interactions().path("items").path(0).path("id").asText();
        assertProblem(phone.door().send("DELETE", "/interactions/" + observed, "", null), 409, "interaction-observed");
    }

    private JsonNode interactions() {
        return Phone.json(phone.door().get("/contacts/" + contact + "/interactions"));
    }

    private void tell(UUID followUp, long version, String state, String channel) {
        var body = Map.of(
                "followUpId", followUp,
                "version", version,
                "owner", phone.owner(),
                "contactId", contact,
                "purpose", "THANK",
                "channel", channel,
                "state", state,
                "sentAt", Instant.parse("2026-01-23T08:30:02Z"));
        FOLLOW_UPS.send(
                followUp.toString(),
                Topic.headers(UUID.randomUUID(), "followup.changed.v1", version),
                Json.canonical(body).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void interactionsOfAPendingContactGoWhereTheContactGoes() {
        var known = congress.badge("CARD");
        var late = new Congress.Badge(congress.token(), UUID.randomUUID(), known.person(), UUID.randomUUID());
        String id = phone.stored(Phone.scan(known));
        contact = phone.stored(Phone.scan(late));
        assertThat(log(call()).statusCode()).isEqualTo(201);

        congress.register(late, 1, "CONFIRMED", "CARD", "ACTIVE");

        await().atMost(LONG)
                .until(() -> phone.door().get("/contacts/" + contact).statusCode() == 308);
        assertThat(List.of(interactions().path("items").size(), log(call()).statusCode()))
                .containsExactly(1, 201);
        contact = id;
        assertThat(interactions().path("items")).hasSize(2);
    }

    private static HttpResponse<String> patch(Door door, String path, String body) {
        return door.send("PATCH", path, body, "application/merge-patch+json");
    }
}
