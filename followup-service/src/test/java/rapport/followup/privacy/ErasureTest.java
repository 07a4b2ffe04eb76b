package rapport.followup.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.projection.PersonFeed;
import rapport.followup.projection.ReciprocityFeed;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.Constants;
import rapport.kit.testing.Door;
import rapport.kit.testing.OpenApiFile;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.testing.Topic;

/** Somebody has everything about them erased. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @Inject
    ErasureFeed feed;

    @Inject
    PersonFeed people;

    @Inject
    ReciprocityFeed reciprocity;

    private String mark;
    private String subject;
    private UUID sparrow;
    private UUID event;
    private String maya;
    private Door mayasDoor;
    private UUID contact;

    @BeforeEach
    void somebodyIsThere() {
        mark = "canary" + UUID.randomUUID().toString().replace("-", "");
        subject = UUID.randomUUID().toString();
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        sparrow = world.person(mark + " Sparrow", subject, mark + "@birds.example", "Europe/Vienna");
        maya = UUID.randomUUID().toString();
        mayasDoor = doorOf(maya);
        contact = world.contact(maya, sparrow, event, "SCANNED", true);
    }

    @Test
    void everythingAboutThePersonAndOfTheirsGoes() throws Exception {
        String toHer = written(mayasDoor, contact);
        ok(200, mayasDoor.post("/followups/" + toHer + "/approval", ""));
        var hers = doorOf(subject);
        UUID peer = world.person("Peer", null, mark.substring(0, 12) + "@people.example", "Europe/Berlin");
        String ofHers = written(hers, world.contact(subject, peer, event, "SCANNED", true));
        ok(200, hers.send("PUT", "/me/boundary", """
                {"mode":"OPEN","weeklyBudget":3,"workingDays":["MONDAY"],"from":"08:00","to":"18:00"}""", "application/json"));
        ok(
                200,
                hers.send(
                        "PUT",
                        "/me/digest",
                        "{\"frequency\":\"DAILY\",\"zone\":\"Europe/Vienna\"}",
                        "application/json"));
        ok(201, hers.post("/me/calendar-feed", ""));
        ok(
                201,
                hers.post(
                        "/templates",
                        "{\"name\":\"" + mark
                                + "\",\"texts\":[{\"locale\":\"en\",\"subject\":\"S\",\"body\":\"B\"}]}"));
        rows.update("insert into outcome (follow_up_id, version, kind, note, recorded_at) values ('" + toHer
                + "', 1, 'ADVICE', '" + mark + "', now())");
        rows.update(
                "insert into reciprocity (contact_id, version, owner, open_promises, given, received, asked, unthanked)"
                        + " values ('" + contact + "', 1, '" + maya + "', '[{\"what\": \"" + mark
                        + "\"}]', 0, 0, 0, 0)");
        rows.update(
                "insert into parked_message (topic, partition_no, record_offset, record_time, headers, body, reason)"
                        + " values ('rapport.person.v1', 0, " + mark.hashCode() + ", 0, '', convert_to('" + mark + " "
                        + sparrow
                        + "', 'UTF8'), 'unreadable')");
        assertThat(tablesWith(mark))
                .contains(
                        "person",
                        "follow_up",
                        "step",
                        "idempotency_key",
                        "parked_message",
                        "template",
                        "outcome",
                        "reciprocity");

        UUID erasure = request(subject);
        awaitAnswer(erasure);

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(tablesWith(subject)).isEmpty();
        assertThat(rows.one("select state || ' ' || reason from progress where follow_up_id = '" + toHer + "'"))
                .isEqualTo("STOPPED erased");
        assertProblem(hers.get("/followups/" + ofHers), 404, "not-found");
        assertThat(rows.one("select count(*) from boundary where person_id = '" + sparrow + "'"))
                .isEqualTo("0");
        await().atMost(LONG).untilAsserted(() -> {
            assertLast("rapport.followup.v1", ofHers, "followup.deleted.v1");
            assertLast("rapport.followup.v1", toHer, "followup.changed.v1");
            assertLast("rapport.boundary.v1", sparrow.toString(), "boundary.deleted.v1");
            assertLast(
                    "rapport.erasure.v1",
                    Ids.derived(erasure, "followup-service").toString(),
                    "erasure.completed.v1");
        });
    }

    /** Whoever adds a table adds a line to the erasure, or says here why not. */
    @Test
    void everyTableThatNamesPeopleIsKnownToTheErasure() {
        var known = String.join("\n", Constants.of(AccountRows.class, PersonRows.class, GoneContacts.class));

        assertThat(rows.all("""
                        select distinct c.table_name
                        from   information_schema.columns c
                        join   pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
                        where  c.table_schema = 'public'
                        and    c.column_name in ('owner', 'person_id', 'recipient', 'subject', 'sender', 'email', 'address')
                        and    c.table_name not in ('erasure', 'erased_person')
                        -- goes with its template
                        and    c.table_name <> 'template_text'"""))
                .allSatisfy(table -> assertThat(known).as(table).containsPattern("\\b" + table + "\\b"));
    }

    @Test
    void nothingBringsThemBackAndNobodyWritesToThemAnyMore() throws Exception {
        awaitAnswer(request(null));

        world.tell(people, "person.changed.v1", sparrow, 9, person());
        world.contact(contact, 9, maya, sparrow, event, "SCANNED", true, false);
        world.tell(
                reciprocity,
                "reciprocity.changed.v1",
                contact,
                3,
                Map.of(
                        "contactId",
                        contact,
                        "version",
                        3,
                        "owner",
                        maya,
                        "openPromises",
                        List.of(Map.of("what", mark))));
        world.tell(reciprocity, "reciprocity.deleted.v1", contact, 4, Map.of("contactId", contact, "version", 4));

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(rows.one("select count(*) from reciprocity where contact_id = '" + contact + "'"))
                .isEqualTo("0");
        assertProblem(mayasDoor.post("/followups", message(contact)), 404, "not-found");
    }

    @Test
    void aMessageUnderWayIsWaitedFor() throws Exception {
        UUID letter = rows.due(maya, contact, event);
        rows.update(
                "update progress set state = 'SENDING', lease_until = now() + interval '1 hour' where follow_up_id = '"
                        + letter + "'");

        UUID erasure = request(subject);
        await().atMost(LONG).until(() -> "t"
                .equals(rows.one("select closed_at is not null from erasure where id = '" + erasure + "'")));
        assertThat(status(erasure)).isEqualTo("REQUESTED");
        assertThat(rows.state(letter)).isEqualTo("SENDING");

        rows.update("update progress set state = 'SENT', lease_until = null where follow_up_id = '" + letter + "'");
        awaitAnswer(erasure);
        assertThat(rows.state(letter)).isEqualTo("SENT");
        assertThat(rows.one("select coalesce(body, 'gone') from step where follow_up_id = '" + letter + "'"))
                .isEqualTo("gone");
    }

    @Test
    void whatIsHeldIsToldToWhoAsksForIt() throws Exception {
        written(doorOf(subject), world.contact(subject, sparrow, event, "SCANNED", true));
        written(mayasDoor, contact);

        var held = ok(200, doorOf(subject).get("/me/data"));

        assertThat(held.path("about").path("person").get(0).path("displayName").asText())
                .isEqualTo(mark + " Sparrow");
        assertThat(held.path("owned").path("steps")).hasSize(1);
        assertThat(held.toString()).doesNotContain(maya, "emailHash", "bodyHash");
        assertProblem(new Door(base, (String) null).get("/me/data"), 401, "unauthenticated");
    }

    private Door doorOf(String account) {
        return new Door(base, Tokens.with("maya", Map.of("sub", account)));
    }

    private String written(Door by, UUID to) throws JsonProcessingException {
        return ok(201, by.with("Idempotency-Key", Ids.next().toString()).post("/followups", message(to)))
                .path("id")
                .asText();
    }

    private String message(UUID to) {
        return """
                {"contactId":"%s","purpose":"SHARE","preparation":{"goal":"%s goal"},
                 "message":{"subject":"%s subject","body":"Dear %s, here they are."}}""".formatted(to, mark, mark, mark);
    }

    private Map<String, Object> person() {
        var person = new HashMap<String, Object>();
        person.put("personId", sparrow);
        person.put("version", 9);
        person.put("displayName", mark);
        person.put("subject", subject);
        person.put("emails", List.of(Map.of("address", mark + "@birds.example", "verified", true)));
        return person;
    }

    private UUID request(String account) {
        UUID erasure = Ids.next();
        var body = new HashMap<String, Object>(
                Map.of("erasureId", erasure, "personId", sparrow, "requestedAt", "2026-11-25T10:00:00Z"));
        if (account != null) {
            body.put("subject", account);
        }
        for (int times = 0; times < 2; times++) {
            world.tell(feed, "erasure.requested.v1", erasure, 1, body);
        }
        return erasure;
    }

    private void awaitAnswer(UUID erasure) {
        await().atMost(LONG).until(() -> status(erasure).equals("COMPLETED"));
        // What waits for the relay is gone in a moment.
        await().atMost(LONG).until(() -> rows.one("select count(*) from outbox").equals("0"));
    }

    private String status(UUID erasure) {
        return rows.one("select status from erasure where id = '" + erasure + "'");
    }

    /** All tables that hold the text, as text or as bytes. */
    private List<String> tablesWith(String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return rows.all("select tablename from pg_tables where schemaname = 'public'").stream()
                .filter(table -> !rows.one(
                                "select count(*) from %s t where t::text like '%%%s%%' or t::text like '%%%s%%'"
                                        .formatted(table, text, bytes))
                        .equals("0"))
                .toList();
    }

    private static void assertLast(String topic, String key, String type) throws IOException {
        var last = Topic.named(topic).read(key).getLast();
        assertThat(last.type()).isEqualTo(type);
        String schema = Files.readString(OpenApiFile.of("x")
                .getParent()
                .resolveSibling("contracts")
                .resolve(topic)
                .resolve(type + ".schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(last.text(), InputFormat.JSON))
                .as(last.text())
                .isEmpty();
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
