package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class IdempotencyTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate thing, idempotency_key");
    }

    private Door maya(String key) {
        return new Door(base, Tokens.of("maya")).with("Idempotency-Key", key);
    }

    @Test
    void theSameRequestIsAnsweredAgainAndDoneOnce() throws SQLException {
        var first = maya("k1").post("/things", "{\"title\":\"one\",\"count\":1}");
        var second = maya("k1").post("/things", "{ \"count\" : 1, \"title\" : \"one\" }");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(rows("thing")).isEqualTo(1);
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() throws SQLException {
        maya("k1").post("/things", "{\"title\":\"one\"}");
        assertProblem(maya("k1").post("/things", "{\"title\":\"two\"}"), 422, "idempotency-key-reused");
        assertThat(rows("thing")).isEqualTo(1);
    }

    @Test
    void keysBelongToTheirOwner() throws SQLException {
        maya("k1").post("/things", "{\"title\":\"one\"}");
        var ben = new Door(base, Tokens.of("ben")).with("Idempotency-Key", "k1").post("/things", "{\"title\":\"two\"}");
        assertThat(ben.statusCode()).isEqualTo(201);
        assertThat(rows("thing")).isEqualTo(2);
    }

    @Test
    void withoutKeyEveryRequestCounts() throws SQLException {
        var door = new Door(base, Tokens.of("maya"));
        door.post("/things", "{\"title\":\"one\"}");
        door.post("/things", "{\"title\":\"one\"}");
        assertThat(rows("thing")).isEqualTo(2);
        assertThat(rows("idempotency_key")).isZero();
    }

    @Test
    void anAttemptThatFailsLeavesNothing() throws SQLException {
        assertProblem(maya("k1").post("/things", "{\"title\":\"refused\"}"), 422, "refused");
        assertProblem(maya("k2").post("/things", "{\"title\":\"broken\"}"), 500, "internal");
        assertProblem(maya("k3").post("/things", "{\"title\":\"\"}"), 400, "validation");
        assertThat(rows("thing")).isZero();
        assertThat(rows("idempotency_key")).isZero();
        assertThat(maya("k1").post("/things", "{\"title\":\"good\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aMalformedKeyIsRefused() {
        assertProblem(maya("a b").post("/things", "{\"title\":\"one\"}"), 400, "validation");
        assertProblem(maya("k".repeat(129)).post("/things", "{\"title\":\"one\"}"), 400, "validation");
        assertThat(maya("k".repeat(128)).post("/things", "{\"title\":\"one\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void whileTheFirstOneRunsTheSecondIsToldToWait() throws Exception {
        ThingStore.entered = new CountDownLatch(1);
        ThingStore.release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.submit(() -> maya("k1").post("/things", "{\"title\":\"slow\"}"));
            ThingStore.entered.await();
            var second = maya("k1").post("/things", "{\"title\":\"slow\"}");
            ThingStore.release.countDown();
            assertProblem(second, 409, "idempotency-key-in-use");
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(running.get().statusCode()).isEqualTo(201);
        }
        assertThat(rows("thing")).isEqualTo(1);
    }

    @Test
    void twentyParallelEqualRequestsLeaveOneRow() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = Tokens.of("maya");
        Callable<HttpResponse<String>> request =
                () -> new Door(base, token).with("Idempotency-Key", key).post("/things", "{\"title\":\"one\"}");
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
            for (int i = 0; i < 20; i++) {
                running.add(threads.submit(request));
            }
            for (var one : running) {
                statuses.add(one.get().statusCode());
            }
        }
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(rows("thing")).isEqualTo(1);
        assertThat(rows("idempotency_key")).isEqualTo(1);
    }

    @Test
    void afterThreeDaysTheKeyIsForgotten() throws SQLException {
        maya("k1").post("/things", "{\"title\":\"one\"}");
        execute("update idempotency_key set created_at = created_at - interval '73 hours'");
        assertThat(maya("k1").post("/things", "{\"title\":\"two\"}").statusCode())
                .isEqualTo(201);
        assertThat(maya("k1").post("/things", "{\"title\":\"two\"}").headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long rows(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
