package rapport.events.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

/** What everybody sees without a sign-in. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class PublicDoorTest extends FrontDoor {
    private static final String CANARY = "canary-address";

    @Test
    void theAgendaIsByDayAndRoomAndCarriesNeitherAddressesNorTheJoinUrl() {
        String id = congress();

        var agenda = ok(200, asNobody().get("/public/events/" + id + "/agenda"));

        assertThat(agenda.path("event").path("status").asText()).isEqualTo("PUBLISHED");
        assertThat(agenda.path("days"))
                .extracting(day -> day.path("date").asText())
                .containsExactly("2024-12-27", "2024-12-28");
        var room = agenda.path("days").get(0).path("rooms").get(0);
        assertThat(room.path("room").asText()).isEqualTo("Saal 1");
        assertThat(room.path("sessions")
                        .get(0)
                        .path("speakers")
                        .get(0)
                        .path("displayName")
                        .asText())
                .isEqualTo("Ana; \"the\" speaker");
        assertThat(agenda.path("speakers").get(0).path("links").path("x").asText())
                .isEqualTo("https://x.com/ana");
    }

    @Test
    void nothingThatAnswersWithoutASignInHoldsAnAddressOrAJoinUrl() {
        String id = congress();
        String session =
                text("select id from session where event_id = ? order by starts_at limit 1", UUID.fromString(id));
        String code = certificate(id, session);
        var answered = new java.util.TreeSet<String>();

        for (String path : readablePaths()) {
            String filled = path.replace("{id}", id)
                    .replace("{sessionId}", session)
                    .replace("{code}", code)
                    .replaceAll("\\{[A-Za-z]+}", UUID.randomUUID().toString());
            var answer = asNobody().get(filled);
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).as(filled).isIn(400, 401, 404);
            } else {
                answered.add(path);
            }
            assertThat(answer.body())
                    .as(filled)
                    .doesNotContain(CANARY)
                    .doesNotContain("meet.example")
                    .doesNotContainPattern(Pattern.compile("[\\w.]+@(?!events\\.rapport)[\\w-]+\\.[a-z]"));
        }
        assertThat(answered)
                .containsAll(publicPaths())
                .contains(
                        "/certificate-verifications/{code}", "/events/{id}/schedule.xml", "/events/{id}/schedule.json");
    }

    /** Of somebody whose name and address nobody learns who has the code. */
    private String certificate(String event, String session) {
        String address = CANARY + "-attendee-" + event + "@x.example";
        String registration = id(ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/registrations",
                                "{\"displayName\":\"%s Sparrow\",\"email\":\"%s\"}".formatted(CANARY, address))));
        ok(
                201,
                as("olga")
                        .send(
                                "POST",
                                "/events/" + event + "/sessions/" + session + "/webinar-imports",
                                "email,minutes\n" + address + ",60\n",
                                "text/csv"));
        return ok(201, as("olga").post("/events/" + event + "/registrations/" + registration + "/certificates", "{}"))
                .path("code")
                .asText();
    }

    @Test
    void draftsAreAsUnknownAsRandomIds() {
        String draft = event();
        String random = UUID.randomUUID().toString();
        for (String path : publicPaths()) {
            String of = path.replace("{sessionId}", random);
            var foreign = assertProblem(asNobody().get(of.replace("{id}", draft)), 404, "not-found");
            var nothing = assertProblem(as("olga").get(of.replace("{id}", random)), 404, "not-found");
            assertThat(foreign.path("detail")).isEqualTo(nothing.path("detail"));
        }
    }

    @Test
    void whatHasNotChangedIsAnsweredWith304() {
        String id = congress();
        for (String path : List.of("/agenda", "/calendar.ics")) {
            var first = asNobody().get("/public/events/" + id + path);
            String etag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Cache-Control").orElseThrow())
                    .startsWith("public, max-age=");

            var again = asNobody().with("If-None-Match", "W/" + etag).get("/public/events/" + id + path);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();

            String session = text("select id from session where event_id = ? limit 1", UUID.fromString(id));
            ok(
                    200,
                    patch(
                            as("olga"),
                            "/events/" + id + "/sessions/" + session,
                            "*",
                            "{\"type\":\"Talk %s\"}".formatted(path)));
            assertThat(asNobody()
                            .with("If-None-Match", etag)
                            .get("/public/events/" + id + path)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSessionKeepsItsUidAndCountsItsChangesInTheCalendar() {
        String id = congress();
        String session =
                text("select id from session where event_id = ? order by starts_at limit 1", UUID.fromString(id));
        String path = "/public/events/" + id + "/sessions/" + session + "/calendar.ics";
        var first = asNobody().get(path);
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        String before = unfolded(first.body());
        assertThat(before)
                .contains("UID:" + session + "@events.rapport\r\n")
                .contains("DTSTART;TZID=Europe/Berlin:20241227T100000\r\n")
                .contains("SUMMARY:Opening\\; a\\, b\\nBEGIN:VEVENT\r\n");

        ok(
                200,
                patch(
                        as("olga"),
                        "/events/" + id + "/sessions/" + session,
                        "*",
                        "{\"startsAt\":\"2024-12-27T10:15:00\"}"));
        String moved = unfolded(asNobody().get(path).body());
        ok(200, patch(as("olga"), "/events/" + id, "*", "{\"zone\":\"Europe/Lisbon\"}"));
        String rezoned = unfolded(asNobody().get(path).body());
        ok(200, as("olga").post("/events/" + id + "/cancellation", "{\"reason\":\"Flood\"}"));
        String cancelled = unfolded(asNobody().get(path).body());

        assertThat(moved).contains("UID:" + session).contains("DTSTART;TZID=Europe/Berlin:20241227T101500\r\n");
        assertThat(rezoned).contains("TZID:Europe/Lisbon").contains("DTSTART;TZID=Europe/Lisbon:20241227T101500\r\n");
        assertThat(cancelled).contains("STATUS:CANCELLED");
        assertThat(List.of(sequence(before), sequence(moved), sequence(rezoned), sequence(cancelled)))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** Everything that can be read, whoever may: an operation is walked without anybody thinking of it. */
    private List<String> readablePaths() {
        var paths = new java.util.ArrayList<String>();
        ok(200, asNobody().get("/q/openapi?format=json"))
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has("get")) {
                        paths.add(path.getKey());
                    }
                });
        return paths;
    }

    /** Every operation of the document that asks for no sign-in. */
    private List<String> publicPaths() {
        var paths = new java.util.ArrayList<String>();
        ok(200, asNobody().get("/q/openapi?format=json"))
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getKey().startsWith("/public/events/")) {
                        paths.add(path.getKey());
                    }
                });
        assertThat(paths).hasSizeGreaterThanOrEqualTo(3);
        return paths;
    }

    private String congress() {
        String id = event("{\"joinUrl\":\"https://meet.example/secret\"}");
        var speaker = JSON.createObjectNode()
                .put("displayName", "Ana; \"the\" speaker")
                .put("email", CANARY + id + "@x.example")
                .put("emailShared", true)
                .put("contactMode", "OPEN");
        speaker.putObject("links").put("x", "@ana");
        String ana = id(ok(201, as("olga").post("/events/" + id + "/speakers", speaker.toString())));
        for (String day : List.of("27", "28")) {
            var session = JSON.createObjectNode()
                    .put("title", "Opening; a, b\nBEGIN:VEVENT")
                    .put("room", "Saal 1")
                    .put("startsAt", "2024-12-" + day + "T10:00:00")
                    .put("endsAt", "2024-12-" + day + "T11:00:00");
            session.putArray("speakers").addObject().put("speakerId", ana);
            ok(201, as("olga").post("/events/" + id + "/sessions", session.toString()));
        }
        ok(200, as("olga").send("POST", "/events/" + id + "/publication", "", null));
        return id;
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private static int sequence(String calendar) {
        var found = Pattern.compile("SEQUENCE:(\\d+)").matcher(calendar);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
