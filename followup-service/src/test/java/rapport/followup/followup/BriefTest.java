package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.projection.ReciprocityFeed;
import rapport.followup.projection.RegistrationFeed;
import rapport.followup.projection.SessionFeed;
import rapport.followup.projection.SpeakerFeed;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class BriefTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    SpeakerFeed speakers;

    @Inject
    SessionFeed sessions;

    @Inject
    ReciprocityFeed reciprocity;

    @Inject
    RegistrationFeed registrations;

    private Door owner;
    private String subject;
    private UUID event;
    private UUID lopez;
    private UUID contact;

    @BeforeEach
    void somebodyHeardASpeaker() {
        subject = UUID.randomUUID().toString();
        owner = new Door(base, Tokens.ofSubject(subject, "attendee"));
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        lopez = world.person("Dr. Lucía López", null, "lopez@clinic.example", "Europe/Madrid");
        contact = world.contact(subject, lopez, event, "SPEAKER", false);
    }

    @Test
    void aBriefGathersWhatItsOwnerShouldHaveInMind() throws Exception {
        speaker();
        talk();
        interests(world.person("Maya", subject, "maya@people.example", "Europe/Vienna"), List.of("Sepsis", "chess"));
        owed();

        String id = created("\"preparation\":{\"goal\":\"Learn about sepsis trials\"}");
        var answer = owner.get("/followups/" + id + "/brief");
        JsonNode brief = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(brief.path("preparation").path("goal").asText()).isEqualTo("Learn about sepsis trials");
        assertThat(brief.path("person").path("name").asText()).isEqualTo("Dr. Lucía López");
        assertThat(brief.path("person").path("affiliation").asText()).isEqualTo("Hospital Clínic");
        assertThat(brief.path("person").path("talks").findValuesAsText("title")).containsExactly("Early sepsis");
        assertThat(brief.path("interests").path("common").get(0).asText()).isEqualTo("sepsis");
        assertThat(brief.path("met").path("event").asText()).isEqualTo("Young Cardiology Days");
        assertThat(brief.path("owed").path("promises").get(0).path("overdue").asBoolean())
                .isTrue();
        assertThat(brief.path("owed").path("unthanked").asInt()).isEqualTo(1);
        assertThat(brief.path("boundary").path("remaining").asInt()).isEqualTo(5);
        assertThat(brief.path("checks").findValuesAsText("code"))
                .startsWith("context-missing", "question-or-offer-missing")
                .endsWith("promise-overdue", "not-thanked");
        assertThat(answer.body()).doesNotContain("lopez@clinic.example");
    }

    @Test
    void ofSomebodyWhoHasNotAgreedToShareNothingIsTold() throws Exception {
        UUID peer = world.person("Secret Peer", null, "peer@people.example", "Europe/Madrid");
        UUID asked = Ids.next();
        Map<String, Object> body = new HashMap<>(Map.of(
                "contactId",
                asked,
                "version",
                1,
                "owner",
                subject,
                "status",
                "NEEDS_CONSENT",
                "kind",
                "SCANNED",
                "personId",
                peer,
                "doNotContact",
                false,
                "emailShared",
                false,
                "encounters",
                List.of()));
        world.tellContact(asked, 1, body);
        interests(peer, List.of("secret interest"));
        contact = asked;

        var answer = owner.get("/followups/" + created("\"preparation\":{\"goal\":\"Learn\"}") + "/brief");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("Secret Peer", "secret interest", "peer@people.example");
    }

    @Test
    void aBriefIsItsOwnersAlone() throws Exception {
        String id = created("\"preparation\":{\"goal\":\"Learn\"}");

        assertProblem(new Door(base, Tokens.of("ben")).get("/followups/" + id + "/brief"), 404, "not-found");
    }

    private String created(String more) throws Exception {
        var answer = owner.post("/followups", """
                {"contactId":"%s","purpose":"QUESTION","message":{"subject":"A question","body":"Dear Dr. López"},%s}
                """.formatted(contact, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private void speaker() {
        UUID id = Ids.next();
        world.tell(
                speakers,
                "speaker.changed.v1",
                id,
                1,
                Map.of(
                        "speakerId",
                        id,
                        "eventId",
                        event,
                        "personId",
                        lopez,
                        "contactMode",
                        "OPEN",
                        "status",
                        "ACTIVE",
                        "affiliation",
                        "Hospital Clínic",
                        "interests",
                        List.of("sepsis", "registries"),
                        "links",
                        Map.of("website", "https://lopez.example")));
    }

    private void talk() {
        UUID id = Ids.next();
        world.tell(
                sessions,
                "session.changed.v1",
                id,
                1,
                Map.of(
                        "sessionId",
                        id,
                        "eventId",
                        event,
                        "title",
                        "Early sepsis",
                        "endInstant",
                        "2026-11-20T11:00:00Z",
                        "status",
                        "ACTIVE",
                        "speakers",
                        List.of(Map.of("speakerId", Ids.next(), "personId", lopez, "role", "SPEAKER"))));
    }

    private void interests(UUID person, List<String> interests) {
        UUID id = Ids.next();
        world.tell(
                registrations,
                "registration.changed.v1",
                id,
                1,
                Map.of(
                        "registrationId", id,
                        "eventId", event,
                        "personId", person,
                        "status", "CONFIRMED",
                        "interests", interests));
    }

    private void owed() {
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
                        List.of(Map.of("by", "ME", "what", "Send the slides", "dueOn", "2026-11-21")),
                        "balance",
                        Map.of("given", 1, "received", 1, "asked", 0, "unthanked", 1)));
    }
}
