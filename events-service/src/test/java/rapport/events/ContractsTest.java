package rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.OpenApiFile;
import rapport.kit.testing.RealParts;

/** What is written is what docs/ says. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class ContractsTest extends FrontDoor {
    private static final Path CONTRACTS =
            OpenApiFile.of("events-service").getParent().resolveSibling("contracts");

    @Test
    void everyMessageIsAsItsContractSays() throws IOException {
        String id = publishedEvent("{\"venue\": null}");
        var speaker = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"displayName\":\"Ana\",\"email\":\"c%s@x.example\",\"orcid\":\"0000-0002-1825-0097\",\"country\":\"ES\"}"
                                        .formatted(id)));
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"title\":\"A\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\",\"speakers\":[{\"speakerId\":\"%s\"}]}"
                                        .formatted(id(speaker))));
        ok(
                201,
                as("ben")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Ben\",\"interests\":[\"sepsis\"]}"));
        var gone = ok(201, as("olga").post("/events/" + id + "/speakers", "{\"displayName\":\"Cy\"}"));
        as("olga").send("DELETE", "/events/" + id + "/speakers/" + id(gone), "", null);
        String draft = event();
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + draft + "/sessions",
                                "{\"title\":\"A\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}"));
        as("olga").send("DELETE", "/events/" + draft, "", null);
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        var left = ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));
        assertThat(as("maya")
                        .send("DELETE", "/events/" + id + "/registrations/" + id(left), "", null)
                        .statusCode())
                .isEqualTo(204);

        everybodyAttendsAndNobodyDid(id);

        var seen = new HashSet<String>();
        for (var message : rows("select topic, type, body from outbox")) {
            seen.add(message.get("type"));
            assertThat(schema(message.get("topic"), message.get("type"))
                            .validate(message.get("body"), InputFormat.JSON))
                    .as(message.get("body"))
                    .isEmpty();
        }
        assertThat(seen)
                .contains(
                        "event.changed.v1",
                        "event.deleted.v1",
                        "session.changed.v1",
                        "session.deleted.v1",
                        "speaker.changed.v1",
                        "speaker.deleted.v1",
                        "person.changed.v1",
                        "registration.changed.v1",
                        "attendance.changed.v1",
                        "attendance.deleted.v1",
                        "registration.deleted.v1");
    }

    /** A webinar report that is taken back at once: both messages about attendance. */
    private void everybodyAttendsAndNobodyDid(String event) {
        String session = text("select id from session where event_id = ?", UUID.fromString(event));
        String address = text("select email from registration where event_id = ?", UUID.fromString(event));
        String imports = "/events/" + event + "/sessions/" + session + "/webinar-imports";
        var report = ok(201, as("olga").send("POST", imports, "email,minutes\n" + address + ",30\n", "text/csv"));
        ok(200, as("olga").send("POST", imports + "/" + report.path("importId").asText() + "/rollback", "", null));
    }

    @Test
    void theExampleOfADeletionKeepsItsSchema() throws IOException {
        String example =
                Files.readString(CONTRACTS.resolve("rapport.attendance.v1/attendance.deleted.v1.example.json"));

        assertThat(schema("rapport.attendance.v1", "attendance.deleted.v1").validate(example, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theExamplesKeepTheirOwnSchemas() throws IOException {
        for (String type : new String[] {
            "event.changed.v1",
            "event.deleted.v1",
            "session.changed.v1",
            "session.deleted.v1",
            "speaker.changed.v1",
            "speaker.deleted.v1",
            "person.changed.v1",
            "registration.changed.v1",
            "attendance.changed.v1",
            "attendance.deleted.v1"
        }) {
            String topic = "rapport." + type.split("\\.")[0] + ".v1";
            String example = Files.readString(CONTRACTS.resolve(topic).resolve(type + ".example.json"));
            assertThat(schema(topic, type).validate(example, InputFormat.JSON))
                    .as(type)
                    .isEmpty();
        }
    }

    @Test
    void theExampleOfADeletedRegistrationKeepsItsSchema() throws IOException {
        String topic = "rapport.registration.v1";
        String type = "registration.deleted.v1";
        String example = Files.readString(CONTRACTS.resolve(topic).resolve(type + ".example.json"));

        assertThat(schema(topic, type).validate(example, InputFormat.JSON)).isEmpty();
    }

    @Test
    void addressesTravelWithPeopleOnly() {
        String id = event();
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Canary\",\"email\":\"canary@x.example\"}"));

        assertThat(rows("select type from outbox where body like '%canary@x.example%'"))
                .isNotEmpty()
                .allMatch(row -> row.get("type").equals("person.changed.v1"));
    }

    @Test
    void theCommittedApiIsTheServedOne() {
        OpenApiFile.assertCommitted(base, OpenApiFile.of("events-service"));
    }

    private static Schema schema(String topic, String type) throws IOException {
        String text = Files.readString(CONTRACTS.resolve(topic).resolve(type + ".schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }
}
