package rapport.events.webinar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class WebinarTest extends FrontDoor {

    @Test
    void aZoomReportWithRejoinRowsAcrossANightInWhichClocksGoBack() {
        var night = Webinar.ofTheNight(this);
        String maya = night.register("Maya Okafor", "maya@students.example");
        String ben = night.register("Ben Adeyemi", "ben@students.example");

        var report = ok(201, night.send("zoom-webinar-dst-night.csv", "zone=Europe/Berlin"));

        assertThat(report.path("format").asText()).isEqualTo("ZOOM_WEBINAR");
        assertThat(report.path("matched").asInt()).isEqualTo(2);
        assertThat(report.path("unmatched").asInt()).isEqualTo(4);
        assertThat(report.path("absent").asInt()).isEqualTo(1);
        assertThat(night.minutes())
                .as("01:00 to 01:50 and, after a rejoin, from the first 02:30 to the second 02:15")
                .containsEntry(maya, 50 + 45)
                .containsEntry(ben, 80)
                .hasSize(2);

        String before = night.everything();
        var again = ok(200, night.send("zoom-webinar-dst-night.csv", "zone=Europe/Berlin"));
        assertThat(again.path("unchanged").asBoolean()).isTrue();
        assertThat(again.path("importId")).isEqualTo(report.path("importId"));
        assertThat(night.everything()).isEqualTo(before);
        assertThat(night.unmatched())
                .containsExactlyInAnyOrder("Congress Office", "Núñez, Ana", "=cmd|' /C calc'!A0", "4930****17");
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndLeavesNothingBehind() {
        var webinar = Webinar.ofOctober(this);
        webinar.register("Maya Okafor", "maya@students.example");
        String before = webinar.everything();

        var report = ok(200, webinar.send("teams-2022.csv", "zone=Europe/Berlin&dryRun=true"));

        assertThat(report.path("importId").isNull()).isTrue();
        assertThat(report.path("matched").asInt()).isEqualTo(1);
        assertThat(report.path("unmatched").asInt()).isEqualTo(2);
        assertThat(webinar.everything()).isEqualTo(before);
    }

    @Test
    void aNewerReportReplacesTheOneBeforeAndTakingItBackRestoresIt() {
        var webinar = Webinar.ofOctober(this);
        String maya = webinar.register("Maya Okafor", "maya@students.example");
        webinar.sendText(
                "name,email,joined_at,left_at\nMaya,maya@students.example,2026-10-01T07:00:00Z,2026-10-01T07:20:00Z\n");
        Map<String, Integer> first = webinar.minutes();

        var second = webinar.sendText(
                "name,email,joined_at,left_at\nMaya,maya@students.example,2026-10-01T07:30:00Z,2026-10-01T08:00:00Z\n");

        assertThat(second.path("rows").get(0).path("outcome").asText()).isEqualTo("UPDATE");
        assertThat(webinar.minutes()).isEqualTo(Map.of(maya, 30));
        String rollback = webinar.path() + "/" + second.path("importId").asText() + "/rollback";
        var rolledBack = ok(200, as("olga").send("POST", rollback, "", null));
        assertThat(rolledBack.path("status").asText()).isEqualTo("ROLLED_BACK");
        assertThat(webinar.minutes()).isEqualTo(first);
        String before = webinar.everything();
        ok(200, as("olga").send("POST", rollback, "", null));
        assertThat(webinar.everything()).as("doing it again changes nothing").isEqualTo(before);
        assertThat(all(as("olga"), webinar.path()))
                .extracting(row -> row.path("status").asText())
                .containsExactly("CURRENT", "ROLLED_BACK");
    }

    @Test
    void takingTheOnlyReportBackLeavesNobodysAttendance() {
        var webinar = Webinar.ofOctober(this);
        webinar.register("Maya Okafor", "maya@students.example");
        var report = ok(201, webinar.send("teams-2022.csv", "zone=Europe/Berlin"));
        String attendance =
                id(all(as("olga"), "/events/" + webinar.event + "/attendance").get(0));

        ok(
                200,
                as("olga")
                        .send(
                                "POST",
                                webinar.path() + "/" + report.path("importId").asText() + "/rollback",
                                "",
                                null));

        assertThat(webinar.minutes()).isEmpty();
        assertThat(rows("select type from outbox where key = ? order by seq", UUID.fromString(attendance)))
                .extracting(row -> row.get("type"))
                .containsExactly("attendance.changed.v1", "attendance.deleted.v1");
    }

    @Test
    void reportsOfTwoPlatformsAddUp() {
        var webinar = Webinar.ofOctober(this);
        String maya = webinar.register("Maya Okafor", "maya@students.example");

        ok(201, webinar.send("zoom-meeting.csv", "zone=Europe/Berlin"));
        ok(201, webinar.send("teams-2022.csv", "zone=Europe/Berlin"));

        assertThat(webinar.minutes()).as("09:00 to 09:30 and 09:40 to 10:00").containsEntry(maya, 50);
    }

    @Test
    void aDecisionAboutAGuestIsRememberedForLaterReports() {
        var webinar = Webinar.ofOctober(this);
        String maya = webinar.register("Maya Okafor", "maya@students.example");
        ok(201, webinar.send("zoom-meeting.csv", "zone=Europe/Berlin"));
        var guest = StreamSupport.stream(all(as("olga"), webinar.queue()).spliterator(), false)
                .filter(one -> one.path("name").asText().equals("iPhone"))
                .findFirst()
                .orElseThrow();

        var decided = put(
                webinar.queue() + "/" + id(guest) + "/decision",
                "\"v1\"",
                "{\"registrationId\":\"%s\"}".formatted(maya));

        assertThat(ok(200, decided).path("match").asText()).isEqualTo("MANUAL");
        assertThat(webinar.minutes())
                .as("09:20 to 09:40 of the telephone as well")
                .containsEntry(maya, 40);
        assertThat(webinar.unmatched()).doesNotContain("iPhone");

        ok(
                201,
                webinar.sendText(
                        "name,joined_at,left_at\niPhone,2026-10-01T07:00:00Z,2026-10-01T08:00:00Z\n", "&part=2"));
        assertThat(webinar.minutes()).containsEntry(maya, 60);
    }

    @Test
    void aDecisionIsRefusedWhenItIsStaleUnclearOrAboutNobody() {
        var webinar = Webinar.ofOctober(this);
        webinar.register("Maya Okafor", "maya@students.example");
        ok(201, webinar.send("zoom-meeting.csv", "zone=Europe/Berlin"));
        String guest =
                webinar.queue() + "/" + id(all(as("olga"), webinar.queue()).get(0)) + "/decision";
        String before = webinar.everything();

        assertThat(put(guest, null, "{\"ignored\":true}").statusCode()).isEqualTo(428);
        assertThat(put(guest, "\"v7\"", "{\"ignored\":true}").statusCode()).isEqualTo(412);
        assertThat(put(guest, "\"v1\"", "{}").statusCode()).isEqualTo(422);
        assertThat(put(guest, "\"v1\"", "{\"registrationId\":\"%s\"}".formatted(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(webinar.everything()).isEqualTo(before);

        ok(200, put(guest, "\"v1\"", "{\"ignored\":true}"));
        assertThat(all(as("olga"), webinar.queue() + "?match=IGNORED")).hasSize(1);
    }

    @Test
    void whoRegistersLaterIsFoundWhenTheSameReportComesAgain() {
        var webinar = Webinar.ofOctober(this);
        ok(201, webinar.send("teams-2022.csv", "zone=Europe/Berlin"));
        assertThat(webinar.minutes()).isEmpty();
        String maya = webinar.register("Maya Okafor", "maya@students.example");

        var again = ok(201, webinar.send("teams-2022.csv", "zone=Europe/Berlin"));

        assertThat(again.path("matched").asInt()).isEqualTo(1);
        assertThat(webinar.minutes()).isEqualTo(Map.of(maya, 40));
        assertThat(all(as("olga"), webinar.path())).hasSize(1);
    }

    @Test
    void ofWhomAnIdentifierHasToldNothingElseIsKept() {
        var webinar = Webinar.ofOctober(this);
        webinar.register("Maya Okafor", "maya@students.example");

        ok(201, webinar.send("zoom-meeting.csv", "zone=Europe/Berlin"));

        assertThat(rows(
                        "select name, email from webinar_participant where event_id = ? and match = 'EMAIL'",
                        UUID.fromString(webinar.event)))
                .hasSize(1)
                .allMatch(row -> row.get("name") == null && row.get("email") == null);
    }

    @Test
    void aReportOfAnotherDayIsTakenWithAWarning() {
        var webinar = Webinar.ofOctober(this);

        var report = webinar.sendText("name,joined_at,left_at\nMaya,2026-09-01T07:00:00Z,2026-09-01T08:00:00Z\n");

        assertThat(report.path("warnings").toString()).isEqualTo("[\"outside-the-session\"]");
    }

    @Test
    void whatCannotBeReadIsRefusedAndLeavesNothingBehind() {
        var webinar = Webinar.ofOctober(this);
        String before = webinar.everything();

        assertThat(code(422, webinar.send("zoom-meeting.csv", ""))).isEqualTo("zone-missing");
        assertThat(code(400, webinar.send("zoom-meeting.csv", "zone=Mars/Phobos")))
                .isEqualTo("unknown-zone");
        assertThat(code(400, webinar.send("zoom-meeting.csv", "zone=Europe/Berlin&columns=colour=Farbe")))
                .isNotBlank();
        assertThat(code(400, webinar.send("zoom-meeting.csv", "zone=Europe/Berlin&part=0")))
                .isNotBlank();
        assertThat(code(422, webinar.post("hello".getBytes(StandardCharsets.UTF_8), "zone=Europe/Berlin")))
                .isEqualTo("unknown-format");
        assertThat(code(422, webinar.send("zoom-meeting-unique-users.csv", "format=ZOOM_WEBINAR")))
                .isNotBlank();
        assertThat(webinar.everything()).isEqualTo(before);
    }

    private HttpResponse<String> put(String path, String etag, String body) {
        return (etag == null ? as("olga") : as("olga").with("If-Match", etag))
                .send("PUT", path, body, "application/json");
    }

    private String code(int status, HttpResponse<String> response) {
        var problem = ok(status, response);
        var first = problem.path("errors").path(0).path("code").asText();
        return status == 422 ? problem.path("code").asText() : first;
    }

    /** An event with one session, and the reports about it. */
    private static final class Webinar {
        final WebinarTest test;
        final String event;
        final String session;

        private Webinar(WebinarTest test, String starts, String ends) {
            this.test = test;
            this.event = test.publishedEvent(
                    "{\"kind\":\"WEBINAR\",\"startsAt\":\"2026-09-30T00:00:00\",\"endsAt\":\"2026-10-26T00:00:00\"}");
            this.session = id(test.ok(
                    201,
                    test.as("olga")
                            .post(
                                    "/events/" + event + "/sessions",
                                    "{\"title\":\"Sepsis\",\"startsAt\":\"%s\",\"endsAt\":\"%s\"}"
                                            .formatted(starts, ends))));
        }

        static Webinar ofTheNight(WebinarTest test) {
            return new Webinar(test, "2026-10-25T01:00:00", "2026-10-25T04:00:00");
        }

        static Webinar ofOctober(WebinarTest test) {
            return new Webinar(test, "2026-10-01T09:00:00", "2026-10-01T10:00:00");
        }

        String register(String name, String address) {
            return id(test.ok(
                    201,
                    test.as("olga")
                            .post(
                                    "/events/" + event + "/registrations",
                                    "{\"displayName\":\"%s\",\"email\":\"%s\"}".formatted(name, address))));
        }

        String path() {
            return "/events/" + event + "/sessions/" + session + "/webinar-imports";
        }

        String queue() {
            return "/events/" + event + "/webinar-participants";
        }

        HttpResponse<String> send(String file, String query) {
            return post(ReportReaderTest.file(file), query);
        }

        HttpResponse<String> post(byte[] file, String query) {
            return test.as("olga").send("POST", path() + "?" + query, BodyPublishers.ofByteArray(file), "text/csv");
        }

        JsonNode sendText(String csv) {
            return test.ok(201, post(csv.getBytes(StandardCharsets.UTF_8), "format=GENERIC_CSV"));
        }

        HttpResponse<String> sendText(String csv, String query) {
            return post(csv.getBytes(StandardCharsets.UTF_8), "format=GENERIC_CSV" + query);
        }

        /** Minutes by registration. */
        Map<String, Integer> minutes() {
            Map<String, Integer> minutes = new TreeMap<>();
            test.all(test.as("olga"), "/events/" + event + "/attendance")
                    .forEach(row -> minutes.put(
                            row.path("registrationId").asText(),
                            row.path("minutes").asInt()));
            return minutes;
        }

        List<String> unmatched() {
            var names = new ArrayList<String>();
            test.all(test.as("olga"), queue())
                    .forEach(one -> names.add(one.path("name").asText()));
            return names;
        }

        /** Every row that an import can write, with its version. */
        String everything() {
            return test.state()
                    + test.rows("select id, status, updated_at from webinar_import order by id")
                    + test.rows("select id, version from webinar_participant order by id")
                    + test.rows("select * from webinar_decision order by event_id, key")
                    + test.rows("select * from presence order by id");
        }
    }
}
