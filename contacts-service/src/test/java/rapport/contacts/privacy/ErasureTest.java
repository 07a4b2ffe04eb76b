package rapport.contacts.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Contracts;
import rapport.contacts.Messages;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.Constants;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Topic;

/** Somebody has everything about them erased. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Topic ERASURES = Topic.named("rapport.erasure.v1");
    private static final List<String> OTHERS = List.of("events-service", "followup-service");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    AgroalDataSource database;

    @Inject
    ErasureFeed feed;

    private Sparrow sparrow;
    private Phone ben;

    @BeforeEach
    void somebodyIsThere() {
        sparrow = Sparrow.at(congress, base);
        ben = Phone.of(base);
    }

    @Test
    void everythingAboutThePersonAndOfTheirsGoes() throws SQLException {
        sparrow.uses(congress, base);
        sparrow.isKeptBy(ben, congress);
        park();
        assertThat(tablesWith(sparrow.mark()))
                .contains("person", "verified_address", "contact", "note", "interaction", "ledger_entry", "goal")
                .contains("mentor_profile", "mentoring_request", "introduction", "share_card", "tag_cadence")
                .contains("contact_reciprocity", "idempotency_key", "parked_message");

        sparrow.asksToBeErased();
        awaitErasedHere();

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(tablesWith(sparrow.mark())).isEmpty());
        // The account is kept with the request until the other services have answered.
        assertThat(tablesWith(sparrow.phone().owner())).containsExactly("erasure");
        assertThat(ben.door().get("/contacts").body()).doesNotContain(sparrow.mark());
        assertThat(ben.door().get("/contacts/export/vcard").body()).doesNotContain(sparrow.mark());
    }

    /** Whoever adds a table adds a line to the erasure, or says here why not. */
    @Test
    void everyTableThatNamesPeopleIsKnownToTheErasure() throws SQLException {
        var known = String.join("\n", Constants.of(AccountRows.class, PersonRows.class, KeptByOthers.class));

        assertThat(texts("""
                        select distinct c.table_name
                        from   information_schema.columns c
                        join   pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
                        where  c.table_schema = 'public'
                        and    c.column_name in ('owner', 'person_id', 'subject', 'holder', 'mentee', 'introducer', 'email', 'address')
                        and    c.table_name not in ('erasure', 'erased_person')""")).allSatisfy(table -> assertThat(known).as(table).containsPattern("\\b" + table + "\\b"));
    }

    @Test
    void whoKeptThemIsToldThatTheContactIsGone() {
        String contact = ben.stored(Phone.scan(sparrow.badge()));
        String token = Phone.json(ben.door().get("/contacts")).path("changes").asText();

        sparrow.asksToBeErased();
        awaitErasedHere();

        assertProblem(ben.door().get("/contacts/" + contact), 404, "not-found");
        await().atMost(LONG).untilAsserted(() -> {
            var changes = Sparrow.answer(200, ben.door().get("/contacts?changedSince=" + token));
            assertThat(changes.path("items").get(0).path("deleted").asBoolean()).isTrue();
            assertThat(changes.toString()).doesNotContain(sparrow.mark());
            var last = Topic.named("rapport.contact.v1").read(contact).getLast();
            assertThat(last.type()).isEqualTo("contact.deleted.v1");
            Contracts.assertValid("rapport.contact.v1", "contact.deleted.v1", last.text());
        });
    }

    @Test
    void nobodyElseBringsThemBack() throws SQLException {
        ben.stored(Phone.scan(sparrow.badge()));
        sparrow.asksToBeErased();
        awaitErasedHere();
        long contacts = congress.count("contact", ben.owner());

        assertThat(Phone.outcomes(ben.upload(List.of(Phone.scan(sparrow.badge())))))
                .containsExactly("REJECTED");
        var report = sparrow.imported(ben);
        assertThat(report.path("rows").path(0).path("outcome").asText()).isEqualTo("CONFLICT");
        assertThat(report.path("rows").path(0).path("remarks").path(0).asText()).isEqualTo("person-erased");
        assertProblem(
                ben.door()
                        .post(
                                "/contacts/manual",
                                "{\"details\":{\"displayName\":\"x\",\"emails\":[{\"address\":\"%s\"}]}}"
                                        .formatted(sparrow.address().toUpperCase())),
                409,
                "person-erased");
        congress.tellPerson(sparrow.badge().person(), 7, sparrow.person(7));
        congress.register(sparrow.badge(), 7, "CONFIRMED", "CARD", "ACTIVE");
        congress.speaker(sparrow.badge().event(), sparrow.badge().person(), sparrow.name());
        congress.attendance(sparrow.badge().person(), UUID.randomUUID(), true);
        assertThat(Phone.outcomes(ben.upload(List.of(Phone.scan(sparrow.badge())))))
                .containsExactly("REJECTED");

        assertThat(tablesWith(sparrow.mark())).isEmpty();
        assertThat(congress.count("contact", ben.owner())).isEqualTo(contacts);
        assertThat(number(
                        "select count(*) from attendance where person_id::text = ?",
                        sparrow.badge().person().toString()))
                .isZero();
    }

    @Test
    void itIsCompleteWhenAllServicesHaveConfirmedAndTheTopicForgetsTheAccountThen() throws SQLException {
        UUID erasure = UUID.fromString(sparrow.asksToBeErased().path("id").asText());
        assertThat(sparrow.asksToBeErased().path("id").asText()).isEqualTo(erasure.toString());
        awaitErasedHere();
        assertThat(confirmed()).containsExactly("contacts-service");
        assertThat(sparrow.erasure().path("state").asText()).isEqualTo("REQUESTED");

        answer(erasure, "followup-service");
        answer(erasure, "followup-service");
        assertThat(confirmed()).containsExactly("contacts-service", "followup-service");
        answer(erasure, "events-service");

        assertThat(sparrow.erasure().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(sparrow.erasure().path("completedAt").isNull()).isFalse();
        assertThat(sparrow.asksToBeErased().path("id").asText()).isEqualTo(erasure.toString());
        await().atMost(LONG).untilAsserted(() -> {
            var requests = ERASURES.read(erasure);
            assertThat(requests).extracting(Topic.Message::version).containsExactly(1L, 2L);
            assertThat(requests.getFirst().json().path("subject").asText())
                    .isEqualTo(sparrow.phone().owner());
            assertThat(requests.getLast().json().has("subject")).isFalse();
            for (var message : requests) {
                Contracts.assertValid("rapport.erasure.v1", "erasure.requested.v1", message.text());
            }
        });
        var answers = ERASURES.read().stream()
                .filter(message -> message.type().equals("erasure.completed.v1"))
                .filter(message -> message.text().contains(erasure.toString()))
                .toList();
        assertThat(answers).hasSize(1);
        Contracts.assertValid(
                "rapport.erasure.v1", "erasure.completed.v1", answers.getFirst().text());
    }

    @Test
    void anAnswerMayComeBeforeTheRequestIsKnown() throws SQLException {
        UUID erasure = UUID.randomUUID();
        for (String service : OTHERS) {
            answer(erasure, service);
        }
        request(erasure, null);

        await().atMost(LONG).until(() -> state(erasure).equals("COMPLETED"));
    }

    @Test
    void aRestoredDatabaseErasesAgainWhatItLearnsFromTheTopic() throws SQLException {
        sparrow.uses(congress, base);
        sparrow.isKeptBy(ben, congress);
        UUID erasure = UUID.randomUUID();

        request(erasure, null);
        request(erasure, null);

        await().atMost(LONG)
                .until(() -> number(
                                "select count(*) from erasure where id::text = ? and erased_at is not null",
                                erasure.toString())
                        == 1);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(tablesWith(sparrow.mark())).isEmpty());
    }

    @Test
    void whoSignsInAgainComesBackKnowingly() throws SQLException {
        sparrow.asksToBeErased();
        awaitErasedHere();

        var anew = new Congress.Badge(congress.token(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var person = new java.util.HashMap<>(sparrow.person(1));
        person.put("personId", anew.person());
        congress.tellPerson(anew.person(), 1, person);
        congress.register(anew, 1, "CONFIRMED", "CARD", "ACTIVE");

        String contact = ben.stored(Phone.scan(anew));
        assertThat(ben.contact(contact).path("card").path("displayName").asText())
                .isEqualTo(sparrow.name());
        assertThat(sparrow.imported(ben).path("rows").path(0).path("outcome").asText())
                .isEqualTo("CREATED");
    }

    @Test
    void anAccountWithoutAPersonIsErasedAsWell() throws SQLException {
        Phone nobody = Phone.of(base);
        nobody.stored(Phone.scan(congress.badge("CARD")));

        Sparrow.answer(202, nobody.door().send("POST", "/me/erasure", "", null));

        await().atMost(LONG).until(() -> congress.count("contact", nobody.owner()) == 0);
        assertProblem(ben.door().get("/me/erasure"), 404, "not-found");
    }

    @Test
    void anErasureIsAskedForByWhoIsSignedIn() {
        var door = new rapport.kit.testing.Door(base, (String) null);
        assertProblem(door.send("POST", "/me/erasure", "", null), 401, "unauthenticated");
        assertProblem(door.get("/me/erasure"), 401, "unauthenticated");
        assertProblem(door.get("/me/data"), 401, "unauthenticated");
    }

    private void awaitErasedHere() {
        await().atMost(LONG).until(() -> confirmed().contains("contacts-service"));
    }

    private List<String> confirmed() {
        return sparrow.erasure()
                .path("services")
                .valueStream()
                .filter(service -> !service.path("confirmedAt").isNull())
                .map(service -> service.path("service").asText())
                .toList();
    }

    private void request(UUID erasure, String subject) throws SQLException {
        var body = (ObjectNode) read(Contracts.example("rapport.erasure.v1", "erasure.requested.v1"));
        body.put("erasureId", erasure.toString())
                .put("personId", sparrow.badge().person().toString())
                .remove("subject");
        if (subject != null) {
            body.put("subject", subject);
        }
        apply("erasure.requested.v1", erasure, body);
    }

    private void answer(UUID erasure, String service) throws SQLException {
        var body = (ObjectNode) read(Contracts.example("rapport.erasure.v1", "erasure.completed.v1"));
        apply(
                "erasure.completed.v1",
                UUID.randomUUID(),
                body.put("erasureId", erasure.toString()).put("service", service));
    }

    private void apply(String type, UUID key, JsonNode body) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            feed.apply(List.of(Messages.of(feed.topic(), type, key, 1, body)), connection);
            connection.commit();
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.lenient().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private void park() throws SQLException {
        run(
                "insert into parked_message (topic, partition_no, record_offset, record_time, headers, body, reason)"
                        + " values (?, 0, 0, 0, '', convert_to(?, 'UTF8'), 'unreadable')",
                "t" + sparrow.mark(),
                Json.canonical(Map.of(
                                "who",
                                sparrow.address(),
                                "person",
                                sparrow.badge().person())) + "!");
        run("update parked_message set topic = 'rapport.person.v1' where topic = ?", "t" + sparrow.mark());
    }

    /** All tables that hold the text, as text or as bytes. What waits for the relay is gone in a moment. */
    private List<String> tablesWith(String text) throws SQLException {
        String bytes = "%" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "%";
        var found = new ArrayList<String>();
        for (String table : tables()) {
            if (number(
                            "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                            "%" + text + "%",
                            bytes)
                    > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() throws SQLException {
        return texts("""
                select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'
                order by tablename""");
    }

    private List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private String state(UUID erasure) throws SQLException {
        return number("select count(*) from erasure where id::text = ? and state = 'COMPLETED'", erasure.toString())
                        == 1
                ? "COMPLETED"
                : "REQUESTED";
    }

    private long number(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void run(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
