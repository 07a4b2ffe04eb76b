package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.projection.InteractionFeed;
import rapport.followup.projection.SessionFeed;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class ChangesOfTheOccasionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant END = Instant.parse("2030-05-03T15:00:00Z");

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @Inject
    SessionFeed sessions;

    @Inject
    InteractionFeed interactions;

    private Door maya;
    private String owner;
    private UUID event;
    private UUID person;
    private UUID contact;

    @BeforeEach
    void mayaMeetsAPeerAtAnEventThatIsStillToCome() {
        maya = new Door(base, Tokens.of("maya"));
        owner = Tokens.subject("maya");
        event = world.event(END);
        person = world.person("Noor", null, "noor@people.example", "Europe/Vienna");
        contact = world.contact(owner, person, event, "SCANNED", true);
    }

    @Test
    void whatWaitsMovesWithItsEvent() throws Exception {
        var approved = approved(contact);
        assertThat(approved.path("dueAt").asText()).isEqualTo("2030-05-06T06:00:00Z");

        world.event(event, 2, END.plus(Duration.ofDays(7)), "PUBLISHED");

        Awaitility.await()
                .atMost(SOON)
                .until(() -> read(approved).path("dueAt").asText().equals("2030-05-13T06:00:00Z"));
        assertThat(read(approved).path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(read(approved).path("nextCheckAt").asText()).isEqualTo("2030-05-13T06:00:00Z");
    }

    @Test
    void anEventThatIsOnlyToldAgainOrRenamedChangesNothing() throws Exception {
        var approved = approved(contact);

        world.event(event, 1, END, "PUBLISHED");
        world.event(event, 2, END, "PUBLISHED");
        looked(approved);

        assertThat(read(approved).path("version").asLong())
                .isEqualTo(approved.path("version").asLong());
    }

    @Test
    void anEventThatMovesIntoThePastSendsNothingByItself() throws Exception {
        var approved = approved(contact);

        world.event(event, 2, Instant.parse("2026-01-10T15:00:00Z"), "PUBLISHED");

        Awaitility.await().atMost(SOON).until(() -> state(approved).equals("DRAFT"));
        assertThat(read(approved).path("reason").asText()).isEqualTo("event-moved-into-the-past");
        assertThat(read(approved).has("nextCheckAt")).isFalse();
    }

    @Test
    void aCancelledEventStopsWhatWaitsAndWhatIsDrafted() throws Exception {
        var approved = approved(contact);
        var draft = created(contact);

        world.event(event, 2, END, "CANCELLED");

        Awaitility.await().atMost(SOON).until(() -> state(approved).equals("STOPPED"));
        Awaitility.await().atMost(SOON).until(() -> state(draft).equals("STOPPED"));
        assertThat(read(approved).path("reason").asText()).isEqualTo("event-cancelled");
    }

    @Test
    void aSessionThatMovesOrIsRemovedTakesItsFollowUpsAlong() throws Exception {
        UUID session = Ids.next();
        session(session, 1, END.minusSeconds(3600), "ACTIVE");
        var approved = JSON.readTree(maya.post("/followups", """
                {"contactId":"%s","sessionId":"%s","purpose":"THANK",
                 "message":{"subject":"Thank you","body":"Dear Noor, %s"},
                 "schedule":{"anchor":"SESSION_END","offsetDays":4,"localTime":"09:30"}}
                """.formatted(contact, session, UUID.randomUUID()))
                .body());
        maya.post("/followups/" + approved.path("id").asText() + "/approval", "");

        session(session, 2, END.minusSeconds(3600).plus(Duration.ofDays(1)), "ACTIVE");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> read(approved).path("dueAt").asText().equals("2030-05-08T07:30:00Z"));
        session(session, 3, END, "REMOVED");

        Awaitility.await().atMost(SOON).until(() -> state(approved).equals("STOPPED"));
        assertThat(read(approved).path("reason").asText()).isEqualTo("session-removed");
    }

    @Test
    void aDeletedContactStopsWhatWaits() throws Exception {
        var approved = approved(contact);

        world.deletedContact(contact, 2);

        Awaitility.await().atMost(SOON).until(() -> state(approved).equals("STOPPED"));
    }

    @Test
    void ofTwoThatRunToOnePersonTheOlderIsLeftAndUndoingTheMergeRestoresBoth() throws Exception {
        UUID other = world.contact(owner, person, event, "SCANNED", true);
        var older = approved(contact);
        var younger = approved(other);

        world.merged(other, 2, owner, person, contact);
        world.merged(other, 2, owner, person, contact);

        assertThat(state(older)).isEqualTo("SCHEDULED");
        var stopped = read(younger);
        assertThat(stopped.path("state").asText()).isEqualTo("STOPPED");
        assertThat(stopped.path("reason").asText()).isEqualTo("contact-merged");
        assertThat(stopped.path("contactId").asText()).isEqualTo(contact.toString());

        world.merged(other, 3, owner, person, null);
        world.merged(other, 2, owner, person, contact);

        assertThat(state(older)).isEqualTo("SCHEDULED");
        var restored = read(younger);
        assertThat(restored.path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(restored.has("reason")).isFalse();
        assertThat(restored.path("contactId").asText()).isEqualTo(other.toString());
        assertThat(restored.path("nextCheckAt")).isEqualTo(younger.path("nextCheckAt"));
    }

    @Test
    void aFollowUpGoesWithItsContactWhicheverMergeIsToldFirst() throws Exception {
        UUID second = world.contact(owner, person, event, "SCANNED", true);
        UUID third = world.contact(owner, person, event, "SCANNED", true);
        var approved = approved(contact);

        world.merged(second, 2, owner, person, third);
        world.merged(contact, 2, owner, person, second);
        assertThat(read(approved).path("contactId").asText()).isEqualTo(third.toString());

        world.merged(second, 3, owner, person, null);
        assertThat(read(approved).path("contactId").asText()).isEqualTo(second.toString());
        assertThat(state(approved)).isEqualTo("SCHEDULED");

        world.merged(contact, 3, owner, person, null);
        assertThat(read(approved).path("contactId").asText()).isEqualTo(contact.toString());
    }

    @Test
    void oneThatItsOwnerCancelsDoesNotComeBackWithTheContact() throws Exception {
        UUID other = world.contact(owner, person, event, "SCANNED", true);
        approved(contact);
        var younger = approved(other);
        world.merged(other, 2, owner, person, contact);

        maya.post("/followups/" + younger.path("id").asText() + "/cancellation", "");
        world.merged(other, 3, owner, person, null);

        assertThat(state(younger)).isEqualTo("STOPPED");
        assertThat(read(younger).path("reason").asText()).isEqualTo("cancelled-by-owner");
    }

    @Test
    void aContactWhoHasBeenInTouchLeavesASignalAndWakesOnlyWhatItStops() throws Exception {
        var approved = approved(contact);
        UUID before = Ids.next();
        UUID since = Ids.next();

        interaction(before, 1, "INBOUND", Instant.parse("2026-01-05T10:00:00Z"));
        assertThat(read(approved).path("nextCheckAt")).isEqualTo(approved.path("nextCheckAt"));
        interaction(since, 1, "OUTBOUND", Instant.parse("2029-12-01T10:00:00Z"));
        assertThat(read(approved).path("nextCheckAt")).isEqualTo(approved.path("nextCheckAt"));
        interaction(since, 2, "MUTUAL", Instant.parse("2029-12-01T10:00:00Z"));

        assertThat(Instant.parse(read(approved).path("nextCheckAt").asText()))
                .isBefore(Instant.parse("2029-01-01T00:00:00Z"));
        assertThat(signals()).isEqualTo("2");
        interaction(since, 1, "OUTBOUND", Instant.parse("2029-12-01T10:00:00Z"));
        assertThat(signals()).isEqualTo("2");
        world.tell(
                interactions,
                "interaction.removed.v1",
                since,
                3,
                Map.of("interactionId", since, "version", 3, "owner", owner, "contactId", contact));
        assertThat(signals()).isEqualTo("1");
    }

    @Test
    void aContactWhoHasBeenInTouchEndsTheDraftThatASequenceHasComeToAndNoOtherDraft() throws Exception {
        var begun = created(contact);
        rows.update("update progress set sent_at = now() where follow_up_id = '"
                + begun.path("id").asText() + "'");
        var notBegun = created(contact);

        interaction(Ids.next(), 1, "INBOUND", Instant.parse("2029-12-01T10:00:00Z"));

        Awaitility.await().atMost(SOON).until(() -> state(begun).equals("STOPPED"));
        assertThat(read(begun).path("reason").asText()).isEqualTo("in-touch");
        assertThat(state(notBegun)).isEqualTo("DRAFT");
    }

    private String signals() {
        return rows.one("select count(*) from stop_signal where contact_id = '" + contact + "'");
    }

    private void interaction(UUID id, long version, String direction, Instant at) {
        world.tell(
                interactions,
                "interaction.logged.v1",
                id,
                version,
                Map.of(
                        "interactionId",
                        id,
                        "version",
                        version,
                        "owner",
                        owner,
                        "contactId",
                        contact,
                        "personId",
                        person,
                        "direction",
                        direction,
                        "kind",
                        "CALL",
                        "occurredAt",
                        at.toString()));
    }

    private void session(UUID id, long version, Instant end, String status) {
        world.tell(
                sessions,
                "session.changed.v1",
                id,
                version,
                Map.of(
                        "sessionId",
                        id,
                        "eventId",
                        event,
                        "title",
                        "Sepsis",
                        "endInstant",
                        end.toString(),
                        "status",
                        status));
    }

    /** Whatever was to be looked at has been. */
    private void looked(JsonNode followUp) {
        Awaitility.await().atMost(SOON).until(() -> rows.one("select count(*) from replan where follow_up_id = '"
                        + followUp.path("id").asText() + "'")
                .equals("0"));
    }

    private JsonNode approved(UUID to) throws Exception {
        var answer = maya.post("/followups/" + created(to).path("id").asText() + "/approval", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode created(UUID to) throws Exception {
        HttpResponse<String> answer = maya.post("/followups", """
                {"contactId":"%s","purpose":"THANK",
                 "message":{"subject":"Thank you","body":"Dear Noor, thank you. %s"}}
                """.formatted(to, UUID.randomUUID()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private JsonNode read(JsonNode followUp) throws Exception {
        return JSON.readTree(
                maya.get("/followups/" + followUp.path("id").asText()).body());
    }

    private String state(JsonNode followUp) throws Exception {
        return read(followUp).path("state").asText();
    }
}
