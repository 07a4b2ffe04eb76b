package rapport.events.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class ProgrammeExportTest extends FrontDoor {

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void importingTheExportOfARealProgrammeChangesNothing(String format) throws IOException {
        String id = publishedEvent("{}");
        ok(
                201,
                upload(
                        id,
                        "",
                        getClass().getResourceAsStream("/38c3-schedule.xml").readAllBytes(),
                        "xml"));
        var exported = asNobody().get("/events/" + id + "/schedule." + format);
        assertThat(exported.statusCode()).isEqualTo(200);
        String before = aggregates();

        var report = ok(201, upload(id, "", bytes(exported), format));

        assertThat(report.path("changed").asBoolean())
                .as(report.path("rows").get(0).toString())
                .isFalse();
        assertCounts(report.path("sessions"), 0, 0, 1007);
        assertCounts(report.path("speakers"), 0, 0, 571);
        assertThat(report.path("missingCount").asInt()).isZero();
        assertThat(aggregates()).isEqualTo(before);

        String other = publishedEvent("{}");
        var copy = ok(201, upload(other, "", bytes(exported), format));
        assertCounts(copy.path("sessions"), 1007, 0, 0);
        assertThat(days(bytes(asNobody().get("/events/" + other + "/schedule." + format))))
                .isEqualTo(days(bytes(exported)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void aProgrammeThatWasMadeHereComesBackUnchanged(String format) {
        String id = event();
        String ana = id(ok(
                201,
                as("olga").post("/events/" + id + "/speakers", "{\"displayName\":\" Ana  \",\"bio\":\"Writes.\"}")));
        var body = JSON.createObjectNode()
                .put("title", " A & B <b>\u00e9</b> ")
                .put("abstract", "one\r\ntwo")
                .put("startsAt", "2024-12-28T00:10:30")
                .put("endsAt", "2024-12-28T00:45:15")
                .put("externalId", "S-1");
        body.putArray("resources").addObject().put("kind", "SLIDES").put("url", "https://x.example/slides?a=1&b=2");
        body.putArray("speakers").addObject().put("speakerId", ana).put("role", "MODERATOR");
        ok(201, as("olga").post("/events/" + id + "/sessions", body.toString()));
        body.put("title", "Second").put("externalId", UUID.randomUUID().toString());
        ok(201, as("olga").post("/events/" + id + "/sessions", body.toString()));
        String before = aggregates();

        var report = ok(201, upload(id, "", bytes(as("olga").get("/events/" + id + "/schedule." + format)), format));

        assertThat(report.path("changed").asBoolean()).as(report.toString()).isFalse();
        assertThat(aggregates()).isEqualTo(before);
    }

    @Test
    void anUnchangedProgrammeIsNotSentAgain() {
        String id = publishedEvent("{}");
        ok(201, upload(id, "", talk("e1", "A"), "xml"));
        var first = asNobody().get("/events/" + id + "/schedule.json");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(asNobody()
                        .with("If-None-Match", "\"x\", W/" + etag)
                        .get("/events/" + id + "/schedule.json")
                        .statusCode())
                .isEqualTo(304);

        ok(201, upload(id, "", talk("e1", "B"), "xml"));
        var changed = asNobody().with("If-None-Match", etag).get("/events/" + id + "/schedule.json");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"title\":\"B\"");
    }

    @Test
    void aDraftIsForItsStaffAndNoAddressIsInAnyProgramme() {
        String id = event();
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"displayName\":\"Ana\",\"externalId\":\"P1\",\"email\":\"canary.%s@x.example\",\"emailShared\":true,\"contactMode\":\"OPEN\"}"
                                        .formatted(id)));
        ok(201, upload(id, "", talk("e1", "A"), "xml"));

        assertProblem(asNobody().get("/events/" + id + "/schedule.xml"), 404, "not-found");
        assertProblem(as("maya").get("/events/" + id + "/schedule.xml"), 404, "not-found");
        assertProblem(asNobody().get("/events/" + UUID.randomUUID() + "/schedule.xml"), 404, "not-found");
        assertThat(as("olga").get("/events/" + id + "/schedule.xml").statusCode())
                .isEqualTo(200);
        ok(200, as("olga").send("POST", "/events/" + id + "/publication", "", null));
        for (String format : new String[] {"xml", "json"}) {
            assertThat(asNobody().get("/events/" + id + "/schedule." + format).body())
                    .contains("Ana")
                    .doesNotContain("canary");
        }
    }

    @Test
    void sessionsThatAreMissingAreReportedAndRemovedOnlyWhenAskedFor() {
        String id = event();
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"title\":\"By hand\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}"));
        ok(201, upload(id, "", talk("e1", "A"), "xml"));

        var reported = ok(201, upload(id, "", talk("e2", "B"), "xml"));
        assertThat(reported.path("missing").findValuesAsText("key")).containsExactly("e1");
        assertThat(all(as("olga"), "/events/" + id + "/sessions")).hasSize(3);
        var rehearsed = ok(200, upload(id, "?removeMissing=true&dryRun=true", talk("e2", "B"), "xml"));
        assertThat(rehearsed.path("removedCount").asInt()).isEqualTo(1);
        assertThat(rehearsed.path("changed").asBoolean()).isTrue();
        assertThat(all(as("olga"), "/events/" + id + "/sessions")).hasSize(3);

        ok(201, upload(id, "?removeMissing=true", talk("e2", "B"), "xml"));

        assertThat(all(as("olga"), "/events/" + id + "/sessions"))
                .extracting(session -> session.path("title").asText())
                .containsExactlyInAnyOrder("By hand", "B");
        var again = ok(201, upload(id, "?removeMissing=true", talk("e2", "B"), "xml"));
        assertThat(again.path("changed").asBoolean()).isFalse();
    }

    @Test
    void sessionsInAnyOrderAreTheSameProgramme() {
        String forwards = event();
        String backwards = event();
        String one = one(
                "8f1c1f0a-94f4-5f25-8f52-0f7a4c2f0a01",
                "A",
                "<person id=\"1\">Ana</person><person id=\"2\">Bea</person>");
        String two = one("8f1c1f0a-94f4-5f25-8f52-0f7a4c2f0a02", "B", "<person id=\"2\">Bea</person>");

        ok(201, upload(forwards, "", schedule(one + two), "xml"));
        ok(201, upload(backwards, "", schedule(two + one), "xml"));
        ok(201, upload(backwards, "", schedule(one), "xml"));

        assertThat(days(bytes(as("olga").get("/events/" + backwards + "/schedule.json")))
                        .replaceAll("\"(id|slug)\":[^,]*,", ""))
                .isEqualTo(days(bytes(as("olga").get("/events/" + forwards + "/schedule.json")))
                        .replaceAll("\"(id|slug)\":[^,]*,", ""));
    }

    private static byte[] talk(String guid, String title) {
        return schedule(one(guid, title, "<person id=\"P1\">Ana</person>"));
    }

    private static String one(String guid, String title, String persons) {
        return "<event guid=\"" + guid + "\"><date>2024-12-27T1" + (title.equals("B") ? 1 : 0)
                + ":30:00+01:00</date><duration>00:30</duration><title>"
                + title + "</title><persons>" + persons + "</persons></event>";
    }

    private static byte[] schedule(String events) {
        return ("<schedule><day date=\"2024-12-27\"><room name=\"A\">" + events + "</room></day></schedule>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The part of a file that does not name the event. */
    private static String days(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        int from = text.indexOf(text.startsWith("{") ? "\"days\"" : "<day ");
        return text.substring(from);
    }

    private static byte[] bytes(HttpResponse<String> response) {
        return response.body().getBytes(StandardCharsets.UTF_8);
    }

    private String aggregates() {
        return text("select count(*) from outbox") + "." + text("select sum(version) from session") + "."
                + text("select sum(version) from speaker") + "." + text("select sum(version) from person");
    }

    private HttpResponse<String> upload(String id, String query, byte[] file, String format) {
        return as("olga")
                .send(
                        "POST",
                        "/events/" + id + "/programme-imports" + query,
                        BodyPublishers.ofByteArray(file),
                        "application/" + format);
    }

    private static void assertCounts(JsonNode counts, int create, int update, int skip) {
        assertThat(counts.toString())
                .isEqualTo("{\"create\":%d,\"update\":%d,\"skip\":%d,\"conflict\":0,\"error\":0}"
                        .formatted(create, update, skip));
    }
}
