package rapport.events.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.id.Ids;
import rapport.kit.inbound.Inbound;
import rapport.kit.testing.Door;
import rapport.kit.testing.OpenApiFile;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(
        value = RealParts.class,
        initArgs = {
            @ResourceArg(name = "kit.outbox.enabled", value = "false"),
            @ResourceArg(name = "kit.inbound.enabled", value = "false"),
            @ResourceArg(name = "rapport.erasure.every", value = "PT1H")
        })
class ErasureTest extends FrontDoor {
    @Inject
    ErasureFeed feed;

    @Inject
    Erasures erasures;

    @Test
    void everythingAboutThePersonGoesAndTheOthersAreTold() throws SQLException {
        String id = publishedEvent("{}");
        String address = "canary" + id + "@x.example";
        var registration = register(id, "Canary Sparrow", address);
        var speaker = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"displayName\":\"Canary Sparrow\",\"email\":\"%s\",\"bio\":\"Canary life\"}"
                                        .formatted(address)));
        var session = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"title\":\"A\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\",\"speakers\":[{\"speakerId\":\"%s\"}]}"
                                        .formatted(id(speaker))));
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        String person = registration.path("personId").asText();

        UUID erasure = request(person);
        settle();

        for (String table : List.of("person", "person_email", "registration", "badge", "speaker", "session_speaker")) {
            assertThat(number(
                            "select count(*) from " + table + " t where t::text ilike '%canary%' or t::text like ?",
                            "%" + person + "%"))
                    .as(table)
                    .isZero();
        }
        assertThat(last(person)).containsEntry("type", "person.deleted.v1");
        assertThat(last(id(registration))).containsEntry("type", "registration.deleted.v1");
        assertThat(last(id(speaker))).containsEntry("type", "speaker.deleted.v1");
        assertThat(messages(id(session)).getLast().path("speakers")).isEmpty();
        var completed = last(answer(erasure));
        assertThat(completed).containsEntry("type", "erasure.completed.v1");
        assertThat(json(completed.get("body")).path("personId").asText()).isEqualTo(person);
        for (String key : List.of(person, id(registration), id(speaker), answer(erasure))) {
            assertContract(key);
        }
        var view = ok(200, as("olga").get("/events/" + id + "/speakers/" + id(speaker)));
        assertThat(view.path("status").asText()).isEqualTo("REMOVED");
        assertThat(view.path("displayName").asText()).isEmpty();
    }

    @Test
    void thePlaceOfWhoIsErasedGoesToWhoWaitsLongest() throws SQLException {
        String id = publishedEvent("{\"capacity\": 1}");
        var gone = register(id, "Ana", "ana" + id + "@x.example");
        var waiting = register(id, "Ben", "ben" + id + "@x.example");
        var later = register(id, "Cem", "cem" + id + "@x.example");
        assertThat(waiting.path("status").asText()).isEqualTo("WAITLISTED");

        request(gone.path("personId").asText());
        settle();

        assertThat(status(id, waiting)).isEqualTo("CONFIRMED");
        assertThat(status(id, later)).isEqualTo("WAITLISTED");
        assertThat(messages(id(waiting)).getLast().path("status").asText()).isEqualTo("CONFIRMED");

        request(later.path("personId").asText());
        settle();
        assertThat(status(id, waiting)).isEqualTo("CONFIRMED");
    }

    @Test
    void logsForgetWhoseAccountItWasAndAreAppendOnlyForEverythingElse() throws SQLException {
        String id = publishedEvent("{}");
        String editor = "editor-" + id;
        var door = new rapport.kit.testing.Door(
                base,
                Tokens.with(
                        "chen", Map.of("sub", editor, "email", editor + "@x.example", "groups", List.of("organizer"))));
        String person =
                ok(200, door.send("POST", "/me/link", "", null)).path("id").asText();
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + id + "/staff/" + editor,
                                "{\"role\":\"EDITOR\"}",
                                "application/json"));
        String registration = id(register(id, "Ana", "ana" + id + "@x.example"));
        var entry = ok(201, door.post("/events/" + id + "/check-ins/corrections", """
                {"registrationId": "%s", "type": "ENTRY", "scope": "EVENT", "at": "2024-12-27T10:00:00Z",
                 "reason": "the gate was broken"}""".formatted(registration)));
        String scan = entry.path("scanId").asText();
        ok(200, door.post("/events/" + id + "/check-ins/" + scan + "/invalidation", "{\"reason\":\"it was not\"}"));
        for (String table : List.of("check_in", "check_in_void")) {
            refused("update " + table + " set actor = 'erased' where scan_id = ?", scan);
        }

        request(person);
        settle();

        var logged = all(as("olga"), "/events/" + id + "/check-ins").get(0);
        assertThat(logged.path("actor").asText()).isEqualTo("erased");
        assertThat(logged.path("reason").asText()).isEqualTo("the gate was broken");
        assertThat(logged.path("voided").path("actor").asText()).isEqualTo("erased");
        assertThat(number("select count(*) from check_in t where t::text like ?", "%" + editor + "%"))
                .isZero();
        for (String table : List.of("check_in", "check_in_void")) {
            refused("update " + table + " set actor = 'somebody' where scan_id = ?", scan);
            refused("update " + table + " set reason = 'x' where scan_id = ?", scan);
        }
    }

    private void refused(String change, String scan) {
        assertThatThrownBy(() -> update(change, UUID.fromString(scan))).hasStackTraceContaining("append-only");
    }

    private String status(String event, JsonNode registration) {
        return ok(200, as("olga").get("/events/" + event + "/registrations/" + id(registration)))
                .path("status")
                .asText();
    }

    @Test
    void aRequestThatComesAgainChangesNothing() throws SQLException {
        String id = publishedEvent("{}");
        String person = register(id, "Ana", "again" + id + "@x.example")
                .path("personId")
                .asText();
        UUID erasure = request(person);
        settle();
        String before = state();

        apply(erasure, person);
        UUID later = request(person);
        settle();

        assertThat(messages(answer(erasure))).hasSize(1);
        assertThat(messages(answer(later))).hasSize(1);
        assertThat(state()).startsWith(before.substring(0, before.indexOf(',')));
        assertThat(messages(person)).hasSize(2);
    }

    @Test
    void nobodyElseBringsAnErasedPersonBack() throws SQLException {
        String id = publishedEvent("{}");
        String address = "gone" + id + "@x.example";
        request(register(id, "Ana", address).path("personId").asText());
        settle();

        assertProblem(
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Ana\",\"email\":\"%s\"}".formatted(address.toUpperCase())),
                409,
                "person-erased");
        assertProblem(
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"displayName\":\"Ana\",\"email\":\"%s\"}".formatted(address)),
                409,
                "person-erased");
        String registrations = "email,display_name\r\n%s,Ana\r\nben%s@x.example,Ben\r\n".formatted(address, id);
        var imported =
                ok(201, as("olga").send("POST", "/events/" + id + "/registration-imports", registrations, "text/csv"));
        assertThat(imported.path("registrations").path("conflict").asInt())
                .as(imported.toString())
                .isEqualTo(1);
        assertThat(imported.path("registrations").path("create").asInt()).isEqualTo(1);
        String speakers =
                "external_id,email,display_name\r\n1,%s,Ana\r\n2,bea%s@x.example,Bea\r\n".formatted(address, id);
        var lineup = ok(201, as("olga").send("POST", "/events/" + id + "/speaker-imports", speakers, "text/csv"));
        assertThat(lineup.path("speakers").path("conflict").asInt())
                .as(lineup.toString())
                .isEqualTo(1);
        assertThat(lineup.path("speakers").path("create").asInt()).isEqualTo(1);
        assertThat(number("select count(*) from person_email where address = ?", address))
                .isZero();
        assertThat(number("select count(*) from erased_address t where t::text like ?", "%" + address + "%"))
                .isZero();
    }

    @Test
    void anAccountIsErasedThoughTheSenderDoesNotKnowItsPerson() throws SQLException {
        String id = publishedEvent("{}");
        String subject = UUID.randomUUID().toString();
        var me = new Door(base, Tokens.with("chen", Map.of("sub", subject, "email", subject + "@x.example")));
        String person = ok(201, me.post("/events/" + id + "/registrations", "{\"displayName\":\"Canary\"}"))
                .path("personId")
                .asText();

        apply(UUID.randomUUID(), UUID.randomUUID().toString(), subject);
        settle();

        assertThat(number("select count(*) from person where id = ?", UUID.fromString(person)))
                .isZero();
        assertThat(number("select count(*) from erasure where subject = ?", subject))
                .isZero();
    }

    @Test
    void whoSignsInComesBackKnowingly() throws SQLException {
        String id = publishedEvent("{}");
        var chen = ok(201, as("chen").post("/events/" + id + "/registrations", "{\"displayName\":\"Chen\"}"));
        String person = chen.path("personId").asText();
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + id + "/staff/" + Tokens.subject("chen"),
                                "{\"role\":\"SCANNER\"}",
                                "application/json"));
        request(person);
        settle();
        assertThat(number("select count(*) from event_staff where subject = ?", Tokens.subject("chen")))
                .isZero();

        var again = ok(201, as("chen").post("/events/" + id + "/registrations", "{\"displayName\":\"Chen\"}"));

        assertThat(again.path("personId").asText()).isNotEqualTo(person);
    }

    private JsonNode register(String event, String name, String email) {
        return ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/registrations",
                                "{\"displayName\":\"%s\",\"email\":\"%s\"}".formatted(name, email)));
    }

    private UUID request(String person) throws SQLException {
        UUID erasure = UUID.randomUUID();
        apply(erasure, person);
        return erasure;
    }

    private void apply(UUID erasure, String person) throws SQLException {
        apply(erasure, person, null);
    }

    private void apply(UUID erasure, String person, String subject) throws SQLException {
        var body = (ObjectNode) json(contract("rapport.erasure.v1", "erasure.requested.v1.example"));
        body.put("subject", subject);
        body.put("erasureId", erasure.toString()).put("personId", person).put("more", "than is known");
        var message = new Inbound(
                feed.topic(),
                erasure.toString(),
                UUID.randomUUID(),
                "erasure.requested.v1",
                1,
                Instant.parse("2026-11-25T10:00:00Z"),
                body.toString().getBytes(StandardCharsets.UTF_8),
                0,
                0,
                null);
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            feed.apply(List.of(message, message), connection);
            connection.commit();
        }
    }

    private static String answer(UUID erasure) {
        return Ids.derived(erasure, "events-service").toString();
    }

    private void settle() {
        boolean more = true;
        while (more) {
            more = erasures.runOnce();
        }
    }

    private Map<String, String> last(String key) {
        return rows("select type, body from outbox where key = ? order by seq", UUID.fromString(key))
                .getLast();
    }

    private void assertContract(String key) {
        var message = rows("select topic, type, body from outbox where key = ? order by seq", UUID.fromString(key))
                .getLast();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(contract(message.get("topic"), message.get("type") + ".schema"))
                        .validate(message.get("body"), InputFormat.JSON))
                .as(message.toString())
                .isEmpty();
    }

    private static String contract(String topic, String name) {
        try {
            return Files.readString(OpenApiFile.of("events-service")
                    .getParent()
                    .resolveSibling("contracts")
                    .resolve(topic)
                    .resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
