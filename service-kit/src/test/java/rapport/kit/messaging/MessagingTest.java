package rapport.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.kit.json.Json;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.testing.Topic;

@QuarkusTest
@WithTestResource(RealParts.class)
class MessagingTest {
    private static final String PARKED = "/operations/parked-messages";

    @Inject
    Pebbles pebbles;

    @Inject
    DataSource dataSource;

    @TestHTTPResource("/")
    URI base;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void createTable() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Pebbles.TABLE);
        }
    }

    @Test
    void aCommittedFactReachesTheTopicAndItsConsumer() {
        pebbles.paint(id, 1, "red");
        pebbles.paint(id, 2, "blue");

        eventually(() -> "blue".equals(colour()));
        var messages = Topic.named(Pebbles.TOPIC).read(id);
        assertThat(messages).extracting(Topic.Message::version).containsExactly(1L, 2L);
        assertThat(messages.getLast().json().get("colour").asText()).isEqualTo("blue");
        assertThat(messages.getLast().headers()).containsEntry("ce_type", "pebble.changed.v1");
    }

    @Test
    void aRolledBackFactLeavesNothing() {
        assertThatThrownBy(() -> pebbles.paintAndRegret(id)).isInstanceOf(IllegalStateException.class);
        UUID later = UUID.randomUUID();
        pebbles.paint(later, 1, "red");

        eventually(() -> !Topic.named(Pebbles.TOPIC).read(later).isEmpty());
        assertThat(Topic.named(Pebbles.TOPIC).read(id)).isEmpty();
    }

    @Test
    void aFactWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> pebbles.paintWithoutTransaction(id)).isInstanceOf(TransactionalException.class);
    }

    @Test
    void anOperatorReplaysAParkedMessageOnceItsCauseIsGone() {
        pebbles.acceptGrey(false);
        pebbles.paint(id, 1, "grey");
        eventually(() -> parkedId() != null);
        String parked = parkedId();
        var admin = new Door(base, Tokens.of("ada"));

        var refused = admin.post(PARKED + "/" + parked + "/replay", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("still-not-applicable");
        assertThat(colour()).isNull();

        pebbles.acceptGrey(true);
        var replayed = admin.post(PARKED + "/" + parked + "/replay", "");
        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(replayed.body()).contains("\"attempts\":3");
        assertThat(colour()).isEqualTo("grey");
        assertThat(parkedId()).isNull();
        assertThat(admin.post(PARKED + "/" + parked + "/replay", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyAdministratorsSeeParkedMessages() {
        assertThat(new Door(base, (String) null).get(PARKED).statusCode()).isEqualTo(401);
        assertThat(new Door(base, Tokens.of("olga")).get(PARKED).statusCode()).isEqualTo(403);
        assertThat(new Door(base, Tokens.of("maya"))
                        .post(PARKED + "/" + id + "/replay", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Door(base, Tokens.of("ada"))
                        .post(PARKED + "/" + id + "/replay", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void readinessKnowsTheDatabaseAndTheShutdownButNotKafka() {
        var ready = new Door(base, (String) null).get("/q/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("accepting requests", "Database connections")
                .doesNotContainIgnoringCase("kafka");
    }

    private String parkedId() {
        var found = new Door(base, Tokens.of("ada")).get(PARKED + "?limit=200");
        assertThat(found.statusCode()).isEqualTo(200);
        try {
            JsonNode items = Json.lenient().readTree(found.body()).get("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(item -> item.get("key").asText().equals(id.toString()))
                    .map(item -> item.get("id").asText())
                    .findFirst()
                    .orElse(null);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String colour() {
        try (Connection connection = dataSource.getConnection();
                var query = connection.prepareStatement("select colour from pebble where id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
