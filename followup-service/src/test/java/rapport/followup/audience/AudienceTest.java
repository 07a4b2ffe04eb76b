package rapport.followup.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.projection.AttendanceFeed;
import rapport.followup.projection.RegistrationFeed;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class AudienceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    AttendanceFeed attendance;

    @Inject
    RegistrationFeed registrations;

    private Door owner;
    private String subject;
    private UUID event;
    private UUID session;

    @BeforeEach
    void anEventWithASession() {
        subject = UUID.randomUUID().toString();
        owner = new Door(base, Tokens.with("maya", Map.of("sub", subject)));
        event = world.event(Instant.parse("2030-05-03T15:00:00Z"));
        session = Ids.next();
    }

    @Test
    void thoseOfOnesContactsWhoWereThereLongEnoughAndAgreedGetADraftEach() throws Exception {
        UUID stayed = contact("Stayed", true);
        contact("Left early", true);
        contact("Did not agree", false);
        world.contact("somebody-else", person("Not mine"), event, "SCANNED", true);

        var drafted = drafted("\"minMinutes\":30");

        assertThat(drafted.path("followUpIds")).hasSize(1);
        assertThat(drafted.path("withoutConsent").asInt()).isEqualTo(1);
        var draft = JSON.readTree(
                owner.get("/followups/" + drafted.path("followUpIds").get(0).asText())
                        .body());
        assertThat(draft.path("contactId").asText()).isEqualTo(stayed.toString());
        assertThat(draft.path("state").asText()).isEqualTo("DRAFT");
        assertThat(draft.path("message").path("body").asText()).contains("Dear Stayed");
        assertThat(draft.has("approvedAt")).isFalse();
    }

    @Test
    void whoTurnsOutNotToHaveBeenThereIsNotApprovedAnyMore() throws Exception {
        UUID id = attended(contactPerson("Stayed", true), 45, 1, Ids.next());
        var drafted = drafted("\"minMinutes\":30");
        String path = "/followups/" + drafted.path("followUpIds").get(0).asText();

        attended(lastPerson, 20, 2, id);

        assertProblem(owner.post(path + "/approval", ""), 422, "not-prepared");
        assertThat(JSON.readTree(owner.get(path).body()).path("missing").findValuesAsText("code"))
                .containsExactly("audience-left");
        attended(lastPerson, 31, 3, id);
        assertThat(owner.post(path + "/approval", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aConfirmedRegistrationIsEnoughWhereThatIsAskedFor() throws Exception {
        contactPerson("Registered", true);
        UUID registered = lastPerson;
        contactPerson("Cancelled", true);
        registration(registered, "CONFIRMED");
        registration(lastPerson, "CANCELLED");

        assertThat(drafted("\"confirmed\":true").path("followUpIds")).hasSize(1);
    }

    @Test
    void theSameKeyDraftsOnce() {
        contact("Stayed", true);
        var keyed = owner.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post("/audiences", body("\"minMinutes\":30"));
        var second = keyed.post("/audiences", body("\"minMinutes\":30"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void anAudienceOfEverybodyIsNone() {
        var refused = assertProblem(owner.post("/audiences", body("\"confirmed\":false")), 400, "validation");

        assertThat(pointers(refused)).containsExactly("/minMinutes");
    }

    private UUID lastPerson;

    /** With 45 minutes of attendance, and 10 for the one who left early. */
    private UUID contact(String name, boolean agreed) {
        UUID contact = contactOf(name, agreed);
        attended(lastPerson, name.startsWith("Left") ? 10 : 45, 1, Ids.next());
        return contact;
    }

    private UUID contactPerson(String name, boolean agreed) {
        contactOf(name, agreed);
        return lastPerson;
    }

    private UUID contactOf(String name, boolean agreed) {
        lastPerson = person(name);
        return world.contact(subject, lastPerson, event, "SCANNED", agreed);
    }

    private UUID person(String name) {
        return world.person(name, null, UUID.randomUUID() + "@people.example", "Europe/Vienna");
    }

    private UUID attended(UUID person, int minutes, long version, UUID id) {
        world.tell(
                attendance,
                "attendance.changed.v1",
                id,
                version,
                Map.of(
                        "attendanceId",
                        id,
                        "eventId",
                        event,
                        "sessionId",
                        session,
                        "personId",
                        person,
                        "minutes",
                        minutes,
                        "attended",
                        true));
        return id;
    }

    private void registration(UUID person, String status) {
        UUID id = Ids.next();
        world.tell(
                registrations,
                "registration.changed.v1",
                id,
                1,
                Map.of("registrationId", id, "eventId", event, "personId", person, "status", status));
    }

    private JsonNode drafted(String rule) throws Exception {
        var answer = owner.post("/audiences", body(rule));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private String body(String rule) {
        return """
                {"eventId":"%s",%s,"playbook":"keep-in-touch",
                 "preparation":{"goal":"Stay in touch","context":"The workshop"}}""".formatted(event, rule);
    }
}
