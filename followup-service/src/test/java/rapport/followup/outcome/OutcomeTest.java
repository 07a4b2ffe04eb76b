package rapport.followup.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.projection.ReciprocityFeed;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class OutcomeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @Inject
    ReciprocityFeed reciprocity;

    private Door owner;
    private String subject;
    private UUID contact;

    @BeforeEach
    void anOwnerWithAContact() {
        subject = UUID.randomUUID().toString();
        owner = new Door(base, Tokens.ofSubject(subject, "attendee"));
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID noor = world.person("Noor", null, "noor@people.example", "Europe/Vienna");
        contact = world.contact(subject, noor, event, "SCANNED", true);
    }

    @Test
    void whatCameOfAFollowUpIsItsOwnersToSay() throws Exception {
        String id = created("THANK");
        String path = "/followups/" + id + "/outcome";
        assertProblem(put(owner, path, "ADVICE"), 409, "nothing-sent");
        sent(id, "SENT", 20);

        assertThat(read(put(owner, path, "ADVICE")).path("version").asInt()).isEqualTo(1);
        assertThat(read(put(owner, path, "MENTORING")).path("version").asInt()).isEqualTo(2);

        assertThat(read(owner.get(path)).path("kind").asText()).isEqualTo("MENTORING");
        var ben = new Door(base, Tokens.of("ben"));
        assertProblem(ben.get(path), 404, "not-found");
        assertProblem(put(ben, path, "ADVICE"), 404, "not-found");
        assertThat(read(owner.get("/me/quality"))
                        .path("outcomes")
                        .get(0)
                        .path("kind")
                        .asText())
                .isEqualTo("MENTORING");
    }

    @Test
    void ratesAreToldPerPurposeOnceThereIsEnoughToTell() throws Exception {
        for (int i = 0; i < 5; i++) {
            sent(created("THANK"), i < 4 ? "REPLIED" : "SENT", 20);
        }
        sent(created("QUESTION"), "REPLIED", 2);
        // Sent yesterday: nobody can say yet whether it will be answered.
        sent(created("QUESTION"), "SENT", 1);

        JsonNode purposes = read(owner.get("/me/quality")).path("purposes");

        assertThat(purposes.get(0).path("purpose").asText()).isEqualTo("QUESTION");
        assertThat(purposes.get(0).path("settled").asInt()).isEqualTo(1);
        assertThat(purposes.get(0).has("replyRate")).isFalse();
        assertThat(purposes.get(1).path("replyRate").asDouble()).isEqualTo(0.8);
    }

    @Test
    void promisesCountFromBothSidesOfTheirDay() throws Exception {
        world.tell(
                reciprocity,
                "reciprocity.changed.v1",
                contact,
                1,
                Map.of(
                        "contactId",
                        contact,
                        "owner",
                        subject,
                        "openPromises",
                        List.of(
                                Map.of("by", "ME", "what", "Slides", "dueOn", "2020-01-01"),
                                Map.of("by", "ME", "what", "A name", "dueOn", "2090-01-01"),
                                Map.of("by", "THEM", "what", "A paper", "dueOn", "2020-01-01")),
                        "balance",
                        Map.of("given", 4, "received", 0, "asked", 0, "unthanked", 0),
                        "promises",
                        Map.of("keptByMe", 4, "brokenByMe", 0)));

        JsonNode promises = read(owner.get("/me/quality")).path("promises");

        assertThat(promises.path("kept").asInt()).isEqualTo(4);
        assertThat(promises.path("open").asInt()).isEqualTo(2);
        assertThat(promises.path("overdue").asInt()).isEqualTo(1);
        assertThat(promises.path("keptRate").asDouble()).isEqualTo(0.8);
    }

    private String created(String purpose) throws Exception {
        return read(owner.post("/followups", """
                        {"contactId":"%s","purpose":"%s"}""".formatted(contact, purpose)))
                .path("id")
                .asText();
    }

    private void sent(String id, String state, int daysAgo) {
        rows.update("""
                update progress set state = '%s', send_at = null, sent_at = now() - interval '%d days'
                where  follow_up_id = '%s'
                """.formatted(state, daysAgo, id));
    }

    private static HttpResponse<String> put(Door door, String path, String kind) {
        return door.send("PUT", path, "{\"kind\":\"" + kind + "\"}", "application/json");
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
