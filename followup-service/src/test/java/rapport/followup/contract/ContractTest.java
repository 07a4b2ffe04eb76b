package rapport.followup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.Door;
import rapport.kit.testing.OpenApiFile;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.testing.Topic;

/** The agreements with the other services, in both directions and over the real broker. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @ParameterizedTest
    @CsvSource({
        "rapport.event.v1,   event,   eventId,   select name || '|' || zone || '|' || contact_mode from event,"
                + " name zone contactMode",
        "rapport.session.v1, session, sessionId, select title || '|' || event_id || '|' || status from session,"
                + " title eventId status",
        "rapport.speaker.v1, speaker, speakerId, select person_id || '|' || contact_mode || '|' || status from speaker,"
                + " personId contactMode status",
        "rapport.person.v1,  person,  personId,  select display_name || '|' || zone || '|' || subject from person,"
                + " displayName zone subject",
        "rapport.contact.v1, contact, contactId, select owner || '|' || person_id || '|' || status from contact,"
                + " owner personId status",
        "rapport.registration.v1, registration, registrationId, select event_id || '|' || person_id || '|' || status"
                + " from registration, eventId personId status",
        "rapport.attendance.v1, attendance, attendanceId, select session_id || '|' || person_id || '|' || minutes"
                + " from attendance, sessionId personId minutes",
    })
    void theExamplesOfTheOthersAreUnderstood(String topic, String name, String key, String sql, String fields)
            throws IOException {
        JsonNode example = JSON.readTree(example(topic, name + ".changed.v1"));
        String id = example.path(key).asText();
        String column = name + "_id";

        Topic.named(topic)
                .create(1)
                .send(id, Topic.headers(Ids.next(), name + ".changed.v1", 3), JSON.writeValueAsBytes(example));

        String expected = String.join(
                "|",
                List.of(fields.split(" ")).stream()
                        .map(field -> example.path(field).asText())
                        .toList());
        await().atMost(SOON).until(() -> expected.equals(rows.one(sql + " where " + column + " = '" + id + "'")));
    }

    @ParameterizedTest
    @CsvSource({
        "rapport.interaction.v1, interaction.logged.v1, interactionId, "
                + "select contact_id || '|INTERACTION|2026-11-22T16:05:00Z' from stop_signal where kind = 'INTERACTION'"
                + " and at = '2026-11-22T16:05:00Z' and contact_id = '019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01',"
                + " 019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01|INTERACTION|2026-11-22T16:05:00Z",
        "rapport.consent.v1, consent.withdrawn.v1, consentId, "
                + "select kind || '|' || person_id from stop_signal where at = '2026-11-25T07:40:00Z'"
                + " and owner = '6f1f7f3e-0c55-4c9b-9d6f-2f4f5a4c1a11',"
                + " CONSENT_WITHDRAWN|019aa0e0-1b2c-7a4d-8e5f-6a7b8c9d0e1f",
        "rapport.reciprocity.v1, reciprocity.changed.v1, contactId, "
                + "select received || '|' || (open_promises->0->>'what') from reciprocity"
                + " where contact_id = '019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01',"
                + " 1|Send the slides of the registry talk",
    })
    void whatContactsServiceTellsAboutTheTwoIsUnderstood(
            String topic, String type, String key, String sql, String expected) throws IOException {
        world.contact(
                UUID.fromString("019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01"),
                1,
                "6f1f7f3e-0c55-4c9b-9d6f-2f4f5a4c1a11",
                UUID.fromString("019aa0e0-1b2c-7a4d-8e5f-6a7b8c9d0e1f"),
                null,
                "SCANNED",
                false,
                false);
        JsonNode example = JSON.readTree(example(topic, type));

        Topic.named(topic)
                .create(1)
                .send(
                        example.path(key).asText(),
                        Topic.headers(Ids.next(), type, example.path("version").asLong()),
                        JSON.writeValueAsBytes(example));

        await().atMost(SOON).until(() -> expected.equals(rows.one(sql)));
    }

    @Test
    void whatIsPublishedAboutFollowUpsKeepsItsSchema() throws IOException {
        var event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID peer = world.person("Peer", null, "peer@people.example", "Europe/Berlin");
        UUID contact = world.contact(Tokens.subject("maya"), peer, event, "SCANNED", true);
        var maya = new Door(base, Tokens.of("maya"));
        String id = JSON.readTree(
                        maya.post("/followups", """
                        {"contactId":"%s","purpose":"SHARE","message":{"subject":"Slides","body":"Here they are."}}
                        """.formatted(contact)).body())
                .path("id")
                .asText();
        maya.post("/followups/" + id + "/approval", "");

        await().atMost(SOON)
                .until(() -> Topic.named("rapport.followup.v1").read(id).size() == 2);
        for (var message : Topic.named("rapport.followup.v1").read(id)) {
            assertValid("rapport.followup.v1", message.type(), message.text());
            assertThat(message.text()).doesNotContain("peer@people.example", "Slides");
        }
    }

    @Test
    void whatIsPublishedAboutBoundariesKeepsItsSchema() throws IOException {
        String subject = UUID.randomUUID().toString();
        UUID person = world.person("Dr. Anna Meyer", subject, "meyer@clinic.example", "Europe/Berlin");
        var meyer = new Door(base, Tokens.ofSubject(subject, "attendee"));

        var answer = meyer.send("PUT", "/me/boundary", """
                {"mode":"OPEN","weeklyBudget":3,"workingDays":["MONDAY"],"from":"22:00","to":"06:00"}""", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> Topic.named("rapport.boundary.v1").read(person).size() == 1);
        var message = Topic.named("rapport.boundary.v1").read(person).getFirst();
        assertValid("rapport.boundary.v1", message.type(), message.text());
        assertThat(message.json().path("from").asText()).isEqualTo("22:00");
    }

    @ParameterizedTest
    @CsvSource({"rapport.followup.v1, followup.changed.v1", "rapport.boundary.v1, boundary.changed.v1"})
    void theOwnExamplesKeepTheirSchemas(String topic, String type) throws IOException {
        assertValid(topic, type, new String(example(topic, type), UTF_8));
    }

    @Test
    void theCommittedDescriptionIsTheServedOne() {
        OpenApiFile.assertCommitted(base, OpenApiFile.of("followup-service"));
    }

    private static void assertValid(String topic, String type, String json) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(contracts().resolve(topic).resolve(type + ".schema.json")));
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    private static byte[] example(String topic, String type) throws IOException {
        return Files.readAllBytes(contracts().resolve(topic).resolve(type + ".example.json"));
    }

    private static Path contracts() {
        return OpenApiFile.of("x").getParent().resolveSibling("contracts");
    }
}
