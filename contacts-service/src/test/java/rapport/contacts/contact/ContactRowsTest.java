package rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

/** What hangs on a contact goes with it when contacts become one, and comes back exactly when that is undone. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ContactRowsTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    Belongings belongings;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Phone phone;
    private String one;
    private String other;

    @BeforeEach
    void twoContacts() {
        phone = Phone.of(base);
        one = phone.stored(Phone.scan(congress.badge("CARD")));
        other = phone.stored(Phone.scan(congress.badge("CARD")));
    }

    private void logged(String contact) {
        post("/contacts/" + contact + "/interactions", Map.of("kind", "CALL", "occurredAt", clock.instant()));
    }

    private void promised(String contact, String what) {
        post("/contacts/" + contact + "/ledger", Map.of("kind", "PROMISE", "what", what));
    }

    private void post(String path, Map<String, ?> body) {
        var answer = phone.door().post(path, Json.canonical(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void everyMonth(String contact, int days) {
        var answer = phone.door()
                .send(
                        "PUT",
                        "/contacts/" + contact + "/cadence",
                        "{\"idealDays\":" + days + ",\"maximumDays\":100}",
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Everything that is shown about a contact and does not stand in it. */
    private List<JsonNode> shown(String contact) {
        var shown = new ArrayList<JsonNode>();
        for (String part : List.of("interactions", "ledger", "balance", "cadence", "depth")) {
            shown.add(Phone.json(phone.door().get("/contacts/" + contact + "/" + part)));
        }
        return shown;
    }

    private Map<String, List<UUID>> move(String from, String to) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var moved = belongings.move(connection, phone.owner(), UUID.fromString(from), UUID.fromString(to));
            connection.commit();
            return moved;
        }
    }

    private void moveBack(String from, String to, Map<String, List<UUID>> moved) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            belongings.moveBack(connection, phone.owner(), UUID.fromString(from), UUID.fromString(to), moved);
            connection.commit();
        }
    }

    @Test
    void everythingGoesAlongAndComesBackExactly() throws Exception {
        logged(one);
        promised(one, "the slides");
        everyMonth(one, 20);
        logged(other);
        promised(other, "the paper");
        var before = List.of(shown(one), shown(other));

        var moved = move(one, other);

        assertThat(moved).containsOnlyKeys("contact_cadence", "interaction", "ledger_entry");
        assertThat(Phone.json(phone.door().get("/contacts/" + other + "/interactions"))
                        .path("items"))
                .hasSize(2);
        assertThat(Phone.json(phone.door().get("/contacts/" + other + "/balance"))
                        .path("youOwe")
                        .asInt())
                .isEqualTo(2);
        assertThat(Phone.json(phone.door().get("/contacts/" + other + "/cadence"))
                        .path("idealDays")
                        .asInt())
                .isEqualTo(20);
        assertThat(Phone.json(phone.door().get("/contacts/" + one + "/interactions"))
                        .path("items"))
                .isEmpty();

        moveBack(one, other, moved);

        assertThat(List.of(shown(one), shown(other))).isEqualTo(before);
    }

    @Test
    void whatCameAfterwardsStaysWhereItIs() throws Exception {
        logged(one);
        var moved = move(one, other);
        logged(other);

        moveBack(one, other, moved);

        assertThat(Phone.json(phone.door().get("/contacts/" + one + "/interactions"))
                        .path("items"))
                .hasSize(1);
        assertThat(Phone.json(phone.door().get("/contacts/" + other + "/interactions"))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void theCadenceOfTheRemainingContactCounts() throws Exception {
        everyMonth(one, 20);
        everyMonth(other, 40);

        var moved = move(one, other);

        assertThat(moved).isEmpty();
        assertThat(Phone.json(phone.door().get("/contacts/" + other + "/cadence"))
                        .path("idealDays")
                        .asInt())
                .isEqualTo(40);
    }
}
