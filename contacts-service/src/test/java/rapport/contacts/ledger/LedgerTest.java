package rapport.contacts.ledger;

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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Contracts;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Topic;

@QuarkusTest
@WithTestResource(RealParts.class)
class LedgerTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Topic RECIPROCITY = Topic.named("rapport.reciprocity.v1");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Phone phone;
    private String contact;

    @BeforeEach
    void anOwnerWithAContact() {
        phone = Phone.of(base);
        contact = phone.stored(Phone.scan(congress.badge("CARD")));
    }

    private static Map<String, Object> entry(String kind) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("entryId", UUID.randomUUID());
        entry.put("kind", kind);
        entry.put("what", "the slides");
        return entry;
    }

    private HttpResponse<String> record(Map<String, ?> entry) {
        return phone.door().post("/contacts/" + contact + "/ledger", Json.canonical(entry));
    }

    private JsonNode get(String path) {
        var answer = phone.door().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Phone.json(answer);
    }

    @Test
    void aPromiseMadeAtAScanBecomesDue() {
        var scan = Phone.scan(congress.badge("CARD"));
        scan.put("commitments", List.of("send the paper", "introduce her to Ben"));
        contact = phone.stored(scan);
        phone.stored(scan);

        await().atMost(LONG).until(() -> get("/promises").path("items").size() == 2);
        assertThat(get("/promises").path("items"))
                .extracting(p -> p.path("what").asText() + " " + p.path("dueOn").asText())
                .containsExactlyInAnyOrder("send the paper 2026-02-03", "introduce her to Ben 2026-02-03");
        assertThat(get("/promises?due=true")
                        .path("items")
                        .path(0)
                        .path("overdue")
                        .asBoolean())
                .isTrue();
        assertThat(get("/contacts/" + contact + "/balance").path("advice").asText())
                .isEqualTo("KEEP_YOUR_PROMISE");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(RECIPROCITY.read(contact)).hasSize(1));
        Contracts.assertValid(
                "rapport.reciprocity.v1",
                "reciprocity.changed.v1",
                RECIPROCITY.read(contact).getFirst().text());
    }

    @Test
    void aPromiseIsKeptOnceAndThenNoLongerDue() {
        var answer = record(entry("PROMISE"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var promise = Phone.json(answer);
        assertThat(promise.path("dueOn").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        String path = "/ledger/" + promise.path("id").asText();

        var kept = phone.door().send("POST", path + "/kept", "", null);
        var again = phone.door().send("POST", path + "/kept", "", null);

        assertThat(List.of(kept.statusCode(), again.statusCode())).containsOnly(200);
        assertThat(again.headers().firstValue("ETag")).hasValue("\"v2\"");
        assertProblem(phone.door().send("POST", path + "/broken", "", null), 409, "ledger-state");
        assertThat(get("/promises").path("items")).isEmpty();
        assertThat(get("/contacts/" + contact + "/balance").path("given").asInt())
                .isEqualTo(1);
        await().atMost(LONG).untilAsserted(() -> assertThat(RECIPROCITY.read(contact))
                .extracting(
                        m -> m.version() + ":" + m.json().path("openPromises").size())
                .containsExactly("1:1", "2:0"));
    }

    @Test
    void theSameEntrySentAgainIsOneEntryAndOneMessage() {
        var given = entry("GIVEN");
        assertThat(record(given).statusCode()).isEqualTo(201);
        assertThat(record(given).statusCode()).isEqualTo(200);
        given.put("kind", "ASK");
        assertProblem(record(given), 409, "entry-id-reused");

        assertThat(congress.count("ledger_entry", phone.owner())).isEqualTo(1);
        assertThat(get("/contacts/" + contact + "/ledger").path("items")).hasSize(1);
    }

    @Test
    void aPromiseCanBePutOffByWhoHasSeenIt() {
        String path =
                "/ledger/" + Phone.json(record(entry("PROMISE"))).path("id").asText();

        assertProblem(patch(path, null, "{}"), 428, "precondition-required");
        var changed = patch(path, "\"v1\"", "{\"dueOn\":\"2031-05-01\",\"what\":\"the paper\"}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(get(path).path("dueOn").asText()).isEqualTo("2031-05-01");
        assertThat(get(path).path("what").asText()).isEqualTo("the paper");
        assertProblem(patch(path, "\"v2\"", "{\"dueOn\":null}"), 400, "validation");
    }

    @Test
    void faultyEntriesLeaveNothing() {
        var due = entry("GIVEN");
        due.put("dueOn", "2026-12-01");
        var by = entry("RECEIVED");
        by.put("by", "ME");
        var future = entry("ASK");
        future.put("happenedAt", "2099-01-01T00:00:00Z");

        assertProblem(record(due), 422, "only-promises-are-due");
        assertProblem(record(by), 422, "wrong-party");
        assertProblem(record(future), 422, "in-the-future");
        assertThat(pointers(assertProblem(record(Map.of("what", " ")), 400, "validation")))
                .contains("/kind", "/what");
        assertThat(congress.count("ledger_entry", phone.owner())).isZero();
    }

    @Test
    void openPromisesArePagedByTheirDay() {
        for (String day : List.of("2030-01-03", "2030-01-01", "2030-01-02")) {
            var promise = entry("PROMISE");
            promise.put("dueOn", day);
            record(promise);
        }

        var first = get("/promises?limit=2");
        var second = get("/promises?limit=2&cursor=" + first.path("next").asText());

        assertThat(first.path("items"))
                .extracting(p -> p.path("dueOn").asText())
                .containsExactly("2030-01-01", "2030-01-02");
        assertThat(second.path("items"))
                .extracting(p -> p.path("dueOn").asText())
                .containsExactly("2030-01-03");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(get("/promises?by=THEM").path("items")).isEmpty();
    }

    private HttpResponse<String> patch(String path, String etag, String body) {
        return (etag == null ? phone.door() : phone.door().with("If-Match", etag))
                .send("PATCH", path, body, "application/merge-patch+json");
    }
}
