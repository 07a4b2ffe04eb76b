package rapport.contacts.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class PortfolioTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    Clock clock;

    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    private String met(int daysAgo) {
        var scan = Phone.scan(congress.badge("CARD"));
        scan.put("scannedAt", clock.instant().minus(Duration.ofDays(daysAgo)).toString());
        return phone.stored(scan);
    }

    private void post(String path, Map<String, ?> body) {
        var answer = phone.door().post(path, Json.canonical(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void logged(String contact, String kind, int daysAgo) {
        post(
                "/contacts/" + contact + "/interactions",
                Map.of("kind", kind, "occurredAt", clock.instant().minus(Duration.ofDays(daysAgo))));
    }

    private JsonNode portfolio(String query) {
        var answer = phone.door().get("/portfolio" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Phone.json(answer);
    }

    @Test
    void whoNeedsTheOwnerComesByWhatTheyNeed() {
        String reminder = met(40);
        phone.door()
                .send(
                        "PUT",
                        "/contacts/" + reminder + "/cadence",
                        "{\"idealDays\":30,\"maximumDays\":60}",
                        "application/json");
        String waiting = met(20);
        logged(waiting, "EMAIL_RECEIVED", 3);
        String answered = met(20);
        logged(answered, "EMAIL_RECEIVED", 3);
        logged(answered, "EMAIL_SENT", 2);
        String owed = met(20);
        post("/contacts/" + owed + "/ledger", Map.of("kind", "PROMISE", "what", "the slides", "dueOn", "2026-01-01"));

        var portfolio = portfolio("");

        assertThat(portfolio.path("items"))
                .extracting(
                        i -> i.path("contactId").asText(),
                        i -> i.path("needs").path(0).path("need").asText())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(owed, "PROMISE_OVERDUE"),
                        org.assertj.core.groups.Tuple.tuple(waiting, "ANSWER_AWAITED"),
                        org.assertj.core.groups.Tuple.tuple(reminder, "REMINDER"));
        assertThat(portfolio.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("items", "next", "changes");
        assertThat(portfolio("?limit=2&cursor="
                                + portfolio("?limit=2").path("next").asText())
                        .path("items"))
                .extracting(i -> i.path("contactId").asText())
                .containsExactly(reminder);
    }

    @Test
    void whoNeedsNobodyHasAnEmptyPortfolio() {
        met(1);

        assertThat(portfolio("").path("items")).isEmpty();
    }
}
