package rapport.events.livecount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(
        value = RealParts.class,
        initArgs = {
            @ResourceArg(name = "kit.outbox.enabled", value = "false"),
            @ResourceArg(name = "rapport.live-count.longest", value = "PT1M"),
            @ResourceArg(name = "rapport.live-count.heartbeat", value = "PT0.5S"),
            @ResourceArg(name = "rapport.live-count.listeners", value = "2")
        })
class LiveCountTest extends FrontDoor {
    private static final Instant START = Instant.parse("2025-06-01T10:00:00Z");

    private int seconds;

    /** An event, and a session in it, that are going on whenever this test runs. */
    private String event;

    @BeforeEach
    void anEventThatLasts() {
        event = event("{\"endsAt\": \"2060-12-31T06:00:00\"}");
    }

    @Test
    void countsFollowFromTheLogPerEventRoomSessionAndGate() {
        String hall = session("Festsaal");
        String other = session("Festsaal");
        var tokens = tokens(3);
        checkIn("north", null, "ENTRY", tokens.get(0));
        checkIn("north", null, "ENTRY", tokens.get(1));
        checkIn("south", null, "EXIT", tokens.get(1));
        checkIn("door", hall, "ENTRY", tokens.get(0));
        checkIn("door", other, "ENTRY", tokens.get(0));

        var counts = await().atMost(Duration.ofSeconds(20))
                .until(this::counts, c -> c.path("gates").size() == 3);

        assertThat(counts.path("expected").asInt()).isEqualTo(3);
        assertThat(counts.path("entered").asInt()).isEqualTo(2);
        assertThat(counts.path("inside").asInt()).isEqualTo(1);
        assertThat(counts.path("rooms")).hasSize(1);
        assertThat(counts.path("rooms").get(0).path("room").asText()).isEqualTo("Festsaal");
        assertThat(counts.path("rooms").get(0).path("inside").asInt()).isEqualTo(1);
        assertThat(counts.path("sessions")).hasSize(2);
        assertThat(counts.path("gates").get(1).path("deviceId").asText()).isEqualTo("north");
        assertThat(counts.path("gates").get(1).path("entries").asInt()).isEqualTo(2);
        assertThat(counts.path("gates").get(2).path("exits").asInt()).isEqualTo(1);
    }

    @Test
    void aStreamBeginsWithTheWholeStateAndSaysWhatChanges() throws Exception {
        var tokens = tokens(2);
        checkIn("north", null, "ENTRY", tokens.get(0));
        try (var client = HttpClient.newHttpClient()) {
            BlockingQueue<String> lines = listen(client);

            assertThat(nextCounts(lines).path("inside").asInt()).isEqualTo(1);
            checkIn("north", null, "ENTRY", tokens.get(1));
            assertThat(nextCounts(lines).path("inside").asInt()).isEqualTo(2);
            assertThat(nextLine(lines, ":")).contains("still here");
            client.shutdownNow();
        }
    }

    @Test
    void streamsAreBounded() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            nextCounts(listen(client));
            nextCounts(listen(client));

            assertProblem(as("olga").get("/events/" + event + "/live-counts/stream"), 503, "too-many-listeners");

            client.shutdownNow();
        }
        try (var client = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> listen(client).poll(1, TimeUnit.SECONDS),
                            line -> line != null && !line.startsWith("{"));
            client.shutdownNow();
        }
    }

    private BlockingQueue<String> listen(HttpClient client) {
        var lines = new LinkedBlockingQueue<String>();
        var request = HttpRequest.newBuilder(
                        URI.create(base.toString().replaceAll("/$", "") + "/events/" + event + "/live-counts/stream"))
                .header("Authorization", Tokens.bearer("olga"))
                .header("Accept", "text/event-stream")
                .build();
        client.sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(lines::add), Thread::startVirtualThread);
        return lines;
    }

    private static JsonNode nextCounts(BlockingQueue<String> lines) throws InterruptedException {
        return json(nextLine(lines, "data:").substring("data:".length()));
    }

    private static String nextLine(BlockingQueue<String> lines, String prefix) throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        while (line != null && !line.startsWith(prefix)) {
            line = lines.poll(20, TimeUnit.SECONDS);
        }
        assertThat(line).as("a line that begins with " + prefix).isNotNull();
        return line;
    }

    private JsonNode counts() {
        return ok(200, as("olga").get("/events/" + event + "/live-counts"));
    }

    /** Each a second after the one before: what happens at one instant has no order that a reader would expect. */
    private void checkIn(String device, String session, String type, String token) {
        var item = JSON.createObjectNode()
                .put("scanId", UUID.randomUUID().toString())
                .put("token", token)
                .put("type", type)
                .put("scope", session == null ? "EVENT" : "SESSION")
                .put("sessionId", session)
                .put("scannedAt", START.plusSeconds(++seconds).toString())
                .put("deviceId", device);
        assertThat(as("olga")
                        .post("/events/" + event + "/check-ins", item.toString())
                        .statusCode())
                .isBetween(200, 201);
    }

    private String session(String room) {
        return id(ok(201, as("olga").post("/events/" + event + "/sessions", """
                {"title": "Sepsis", "room": "%s", "startsAt": "2024-12-27T10:00:00", "endsAt": "2060-12-27T11:00:00"}""".formatted(room))));
    }

    private List<String> tokens(int guests) {
        for (int i = 0; i < guests; i++) {
            ok(
                    201,
                    as("olga")
                            .post(
                                    "/events/" + event + "/registrations",
                                    "{\"displayName\":\"Guest\",\"email\":\"g%s@x.example\"}"
                                            .formatted(UUID.randomUUID())));
        }
        ok(200, as("olga").send("POST", "/events/" + event + "/badges", "", null));
        var tokens = new ArrayList<String>();
        all(as("olga"), "/events/" + event + "/badges?tokens=true")
                .forEach(badge -> tokens.add(badge.path("token").asText()));
        return tokens;
    }
}
