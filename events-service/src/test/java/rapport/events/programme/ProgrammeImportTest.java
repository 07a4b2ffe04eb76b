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
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class ProgrammeImportTest extends FrontDoor {

    @Test
    void aRealProgrammeIsImportedOnceAndImportingItAgainChangesNothing() throws IOException {
        String id = event();
        byte[] file = getClass().getResourceAsStream("/38c3-schedule.xml").readAllBytes();
        String empty = state();

        var rehearsal = ok(200, upload(id, "?dryRun=true", file));
        assertThat(rehearsal.path("sessions").path("create").asInt()).isEqualTo(1007);
        assertThat(rehearsal.path("importId").isNull()).isTrue();
        assertThat(state()).isEqualTo(empty);

        var report = ok(201, upload(id, "", file));
        assertCounts(report.path("sessions"), 1007, 0, 0);
        assertCounts(report.path("speakers"), 571, 0, 0);
        assertThat(all(as("olga"), "/events/" + id + "/sessions")).hasSize(1007);
        assertThat(all(as("olga"), "/events/" + id + "/speakers")).hasSize(571);
        assertThat(number(
                        "select count(*) from outbox o join session s on s.id = o.key where s.event_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(1007);
        assertThat(number(
                        "select count(*) from session_speaker p join session s on s.id = p.session_id where s.event_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(1032);
        String imported = state();

        var again = ok(201, upload(id, "", file));
        assertCounts(again.path("sessions"), 0, 0, 1007);
        assertCounts(again.path("speakers"), 0, 0, 571);
        long runs = number("select count(*) from import_run where event_id = ?", UUID.fromString(id));
        assertThat(runs).isEqualTo(2);
        assertThat(number(
                        "select count(*) from outbox o join session s on s.id = o.key where s.event_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(1007);
        assertThat(state().substring(state().indexOf(']'))).isEqualTo(imported.substring(imported.indexOf(']')));
    }

    @Test
    void whatHasChangedIsUpdatedAndBlanksNeverOverwrite() {
        String id = event();
        ok(201, upload(id, "", talk("Old title", "<track>Rhythm</track>", "<person guid=\"p1\">Ana</person>")));

        var report = ok(201, upload(id, "", talk("New title", "<track/>", "<person guid=\"p1\">Ana Lima</person>")));

        assertCounts(report.path("sessions"), 0, 1, 0);
        assertCounts(report.path("speakers"), 0, 1, 0);
        var session = all(as("olga"), "/events/" + id + "/sessions").get(0);
        assertThat(session.path("title").asText()).isEqualTo("New title");
        assertThat(session.path("track").asText()).isEqualTo("Rhythm");
        assertThat(session.path("speakers")).hasSize(1);
        assertThat(messages(id(session)).getLast().path("version").asInt()).isEqualTo(2);
        var speaker = all(as("olga"), "/events/" + id + "/speakers").get(0);
        assertThat(speaker.path("displayName").asText()).isEqualTo("Ana Lima");
        assertThat(messages(speaker.path("personId").asText())
                        .getLast()
                        .path("displayName")
                        .asText())
                .isEqualTo("Ana Lima");
    }

    @Test
    void aSessionThatWasRemovedIsNotBroughtBack() {
        String id = event();
        ok(201, upload(id, "", talk("A", "", "")));
        String session = id(all(as("olga"), "/events/" + id + "/sessions").get(0));
        as("olga").send("DELETE", "/events/" + id + "/sessions/" + session, "", null);

        var report = ok(201, upload(id, "", talk("A", "", "")));

        assertThat(report.path("sessions").path("conflict").asInt()).isEqualTo(1);
        assertThat(all(as("olga"), "/events/" + id + "/sessions")).isEmpty();
    }

    @Test
    void whatIsNoProgrammeLeavesNothingBehind() {
        String id = event();
        String before = state();
        String bomb = "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><schedule>&a;</schedule>";

        assertProblem(upload(id, "", bomb.getBytes(StandardCharsets.UTF_8)), 400, "validation");
        assertProblem(upload(id, "", "{}".getBytes(StandardCharsets.UTF_8)), 400, "validation");
        assertProblem(upload(id, "", new byte[0]), 400, "validation");
        assertThat(state()).isEqualTo(before);
    }

    private static byte[] talk(String title, String track, String persons) {
        return ("<schedule><day date=\"2024-12-27\"><room name=\"A\"><event guid=\"e1\"><date>2024-12-27T10:30:00+01:00</date>"
                        + "<duration>00:30</duration><title>" + title + "</title>" + track + "<persons>" + persons
                        + "</persons></event></room></day></schedule>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> upload(String id, String query, byte[] file) {
        return as("olga")
                .send(
                        "POST",
                        "/events/" + id + "/programme-imports" + query,
                        BodyPublishers.ofByteArray(file),
                        "application/xml");
    }

    private static void assertCounts(JsonNode counts, int create, int update, int skip) {
        assertThat(counts.toString())
                .isEqualTo("{\"create\":%d,\"update\":%d,\"skip\":%d,\"conflict\":0,\"error\":0}"
                        .formatted(create, update, skip));
    }
}
