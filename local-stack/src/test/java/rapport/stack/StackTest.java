package rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
    @TempDir
    private static Path home;

    private static Stack stack;

    @BeforeAll
    static void start() throws Exception {
        StandInService.packageInto(home);
        stack = Stack.start(config());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void theGatewayStripsThePrefixAndTellsItToTheService() throws Exception {
        assertThat(get("/api/contacts/scans?limit=1").body())
                .isEqualTo("{\"path\":\"/scans?limit=1\",\"prefix\":\"/api/contacts\",\"bytes\":0}");
    }

    @Test
    void theGatewayAnswersWithProblemsOfTheOneShape() throws Exception {
        var unknown = get("/nothing/here");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(unknown.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void aBodyOfUnknownLengthPassesTheGateway() throws Exception {
        byte[] body = "{\"items\":[]}".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url("/api/events/imports")))
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .build();

            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.body()).contains("\"bytes\":" + body.length);
        }
    }

    @Test
    void probesAndMetricsStayInside() throws Exception {
        assertThat(get("/api/events/q/health/ready").statusCode()).isEqualTo(404);
        assertThat(get("/api/events/q/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void theDocumentsNameThisOriginAsTheirServer() throws Exception {
        assertThat(get("/docs/openapi/events.json").body()).contains("\"servers\":[{\"url\":\"/api/events\"}]");
        assertThat(get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(get("/docs/index.html").body()).doesNotContain("http://", "https://");
    }

    @Test
    void aKilledServiceIsUnavailableUntilItIsStartedAgain() throws Exception {
        var service = stack.service("followup");
        service.kill();
        assertThat(get("/api/followup/x").statusCode()).isEqualTo(503);

        service.start();
        service.awaitReady();

        assertThat(get("/api/followup/x").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceIsAskedToStopBeforeItIsKilled() throws Exception {
        stack.service("contacts").restart();

        assertThat(Files.readString(stack.service("contacts").log())).contains("stopped in order");
    }

    @Test
    void everyServiceHasItsOwnDatabase() throws Exception {
        var database = stack.postgres().database("events");

        try (var connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            assertThat(connection.getCatalog()).isEqualTo("events");
        }
    }

    @Test
    void twoStacksNeverShareADirectory() {
        assertThatThrownBy(() -> Stack.start(config()))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("already running");
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws Exception {
        var config = new StackConfig(home, home.resolve("other"), PortPlan.free());
        try (var taken = new ServerSocket(config.ports().kafka())) {
            assertThatThrownBy(() -> Stack.start(config))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining(taken.getLocalPort() + " (Kafka)");
        }
        assertThat(home.resolve("other/postgres")).doesNotExist();
    }

    @Test
    void aServiceThatDoesNotStartShowsTheEndOfItsLogAndNothingIsLeftRunning() {
        var config = new StackConfig(home, home.resolve("failing"), PortPlan.free())
                .withEnvironment(Map.of("STAND_IN_FAILS", "yes"));

        assertThatThrownBy(() -> Stack.start(config))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("ended with status 3")
                .hasMessageContaining("the schema does not fit");
        assertThat(config.ports().complaint()).isEmpty();
    }

    @Test
    void aMissingPackageIsNamed() {
        var config = new StackConfig(home.resolve("empty"), home.resolve("unused"), PortPlan.free());

        assertThatThrownBy(() -> Stack.start(config))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("events-service is not packaged");
    }

    private static StackConfig config() {
        return new StackConfig(
                home,
                home.resolve("data"),
                stack == null ? PortPlan.free() : stack.config().ports());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + stack.config().ports().gateway() + path))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + stack.config().ports().gateway() + path;
    }
}
