package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Zoom report with rejoin rows across the night in which clocks go back, from the organizer's file to the other services. */
@ExtendWith(PlatformOfTheRun.class)
class WebinarSystemTest {
    private static final String ORGANIZER = "olga";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** From 01:00 in summer time to 04:00 in winter time: four hours. */
    private static final Map<String, Integer> MINUTES =
            Map.of("maya@students.example", 50 + 45, "ben@students.example", 80);

    private final Platform platform;

    WebinarSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void minutesAreRightTheSameReportChangesNothingAndGuestsWaitForADecision() throws Exception {
        String event = event();
        String session = platform.api()
                .post(
                        ORGANIZER,
                        event + "/sessions",
                        Map.of(
                                "title",
                                "Night shift",
                                "startsAt",
                                "2026-10-25T01:00:00",
                                "endsAt",
                                "2026-10-25T04:00:00"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        String registrations = """
                display_name,email
                Maya Okafor,maya@students.example
                Ben Adeyemi,ben@students.example
                """;
        platform.api()
                .upload(
                        ORGANIZER,
                        event + "/registration-imports",
                        "text/csv",
                        registrations.getBytes(StandardCharsets.UTF_8))
                .expect(201);

        JsonNode report = send(event, session, 201);

        assertThat(report.path("format").asText()).isEqualTo("ZOOM_WEBINAR");
        assertThat(report.path("matched").asInt()).isEqualTo(2);
        assertThat(minutes(event)).isEqualTo(MINUTES);
        assertThat(names(event))
                .containsExactlyInAnyOrder("Congress Office", "Núñez, Ana", "=cmd|' /C calc'!A0", "4930****17");
        List<JsonNode> attendance = platform.api().all(ORGANIZER, event + "/attendance");
        // The other services learn of it once.
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(told(attendance)).isEqualTo(attendance.size()));

        JsonNode again = send(event, session, 200);

        assertThat(again.path("unchanged").asBoolean()).isTrue();
        assertThat(again.path("importId")).isEqualTo(report.path("importId"));
        assertThat(platform.api().all(ORGANIZER, event + "/attendance")).isEqualTo(attendance);
        assertThat(names(event)).hasSize(4);
    }

    private String event() {
        String organization = platform.api()
                .post(ORGANIZER, "/api/events/organizations", Map.of("name", "Night " + UUID.randomUUID()))
                .expect(201)
                .body()
                .path("id")
                .asText();
        return "/api/events/events/"
                + platform.api()
                        .post(
                                ORGANIZER,
                                "/api/events/organizations/" + organization + "/events",
                                Map.of(
                                        "name", "Night of sepsis",
                                        "kind", "WEBINAR",
                                        "startsAt", "2026-10-25T00:00:00",
                                        "endsAt", "2026-10-25T05:00:00",
                                        "zone", "Europe/Berlin"))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText();
    }

    private JsonNode send(String event, String session, int status) throws IOException {
        // Zoom writes times of a zone that its file does not name.
        return platform.api()
                .upload(
                        ORGANIZER,
                        event + "/sessions/" + session + "/webinar-imports?zone=Europe/Berlin",
                        "text/csv",
                        Files.readAllBytes(
                                Path.of("../events-service/src/test/resources/webinar/zoom-webinar-dst-night.csv")))
                .expect(status)
                .body();
    }

    private Map<String, Integer> minutes(String event) {
        Map<String, String> addresses = new HashMap<>();
        platform.api()
                .all(ORGANIZER, event + "/registrations")
                .forEach(one ->
                        addresses.put(one.path("id").asText(), one.path("email").asText()));
        Map<String, Integer> minutes = new HashMap<>();
        platform.api()
                .all(ORGANIZER, event + "/attendance")
                .forEach(row -> minutes.put(
                        addresses.get(row.path("registrationId").asText()),
                        row.path("minutes").asInt()));
        return minutes;
    }

    private List<String> names(String event) {
        return platform.api().all(ORGANIZER, event + "/webinar-participants").stream()
                .map(one -> one.path("name").asText())
                .toList();
    }

    /** How many of these contacts-service has in the version that they have. */
    private long told(List<JsonNode> attendance) throws Exception {
        long known = 0;
        for (JsonNode one : attendance) {
            known += platform.count(
                    "contacts",
                    "select count(*) from attendance where id = ?::uuid and version = ?::bigint",
                    one.path("id").asText(),
                    one.path("version").asText());
        }
        return known;
    }
}
