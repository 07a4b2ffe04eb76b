package rapport.contacts.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Contracts;
import rapport.contacts.Messages;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

/** What owners see of the rules of the speakers among their contacts. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BoundaryTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    AgroalDataSource database;

    @Inject
    BoundaryFeed feed;

    @Inject
    SentMessages sent;

    @Inject
    Clock clock;

    private UUID person;
    private Phone owner;
    private String contact;

    @BeforeEach
    void somebodyKeepsASpeaker() {
        person = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        congress.person(person, null);
        UUID speaker = congress.speaker(event, person, "Dr. Inés López");
        owner = Phone.of(base);
        var added = owner.door()
                .post(
                        "/contacts",
                        "{\"speakerId\":\"%s\",\"sessionId\":\"%s\"}"
                                .formatted(speaker, congress.session(event, speaker)));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        contact = Phone.json(added).path("id").asText();
    }

    @Test
    void whoSetNothingHasTheDefaultsAndTheModeOfTheEvent() {
        assertThat(boundary().toString())
                .isEqualTo("{\"mode\":\"RELAY\",\"weeklyBudget\":5,\"remaining\":5,\"own\":false}");
    }

    @Test
    void theirOwnRulesAreShownAndAnOlderOneDoesNotReplaceThem() throws Exception {
        tell("boundary.changed.v1", 2, "OPEN", 3);
        tell("boundary.changed.v1", 1, "CLOSED", 0);
        tell("boundary.changed.v1", 2, "OPEN", 3);

        assertThat(boundary().toString())
                .isEqualTo("{\"mode\":\"OPEN\",\"weeklyBudget\":3,\"remaining\":3,\"own\":true}");

        tell("boundary.deleted.v1", 3, null, 0);

        assertThat(boundary().path("own").asBoolean()).isFalse();
        assertThat(boundary().path("mode").asText()).isEqualTo("RELAY");
    }

    @Test
    void whatAnybodySentInTheLastSevenDaysIsUsedUpAndCountedOnce() throws Exception {
        tell("boundary.changed.v1", 1, "OPEN", 3);
        Instant now = clock.instant();
        var one = new SentMessages.Sent(UUID.randomUUID(), now.minus(Duration.ofDays(6)), person);
        send(one, one, new SentMessages.Sent(UUID.randomUUID(), now.minus(Duration.ofDays(8)), person));
        send(one, new SentMessages.Sent(UUID.randomUUID(), now, UUID.randomUUID()));
        assertThat(boundary().path("remaining").asInt()).isEqualTo(2);

        for (int more = 0; more < 4; more++) {
            send(new SentMessages.Sent(UUID.randomUUID(), now.minusSeconds(more), person));
        }

        assertThat(boundary().path("remaining").asInt()).isZero();
    }

    private JsonNode boundary() {
        return owner.contact(contact).path("speaker").path("boundary");
    }

    private void tell(String type, long version, String mode, int budget) throws SQLException, IOException {
        var body = (ObjectNode) Json.lenient().readTree(Contracts.example("rapport.boundary.v1", type));
        body.put("personId", person.toString()).put("version", version);
        if (mode != null) {
            body.put("mode", mode).put("weeklyBudget", budget);
        }
        run(connection ->
                feed.apply(List.of(Messages.of("rapport.boundary.v1", type, person, version, body)), connection));
    }

    private void send(SentMessages.Sent... messages) throws SQLException {
        run(connection -> sent.add(connection, List.of(messages)));
    }

    private void run(Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
