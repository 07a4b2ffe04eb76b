package rapport.events.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class SessionImportTest extends FrontDoor {
    private static final String HEADER = "Code;Title;Date;Start;End;Room;Speakers\r\n";

    @Test
    void sessionsAreKeptWithTheirSpeakersOnceAndBlanksNeverOverwrite() {
        String id = event();
        String ana = speaker(id, "Ana Lima", "P1", "ana.%s@x.example".formatted(id));
        String bea = speaker(id, "Bea Roy", "P2", null);
        String csv = HEADER
                + "S1;Sepsis;2024-12-27;10:30;11:15;Saal 1;P1|bea roy\r\n"
                + "S2;Night shift;2024-12-27;23:30;00:15;;ana.%s@x.example\r\n".formatted(id);

        assertCounts(ok(201, upload(id, csv, "text/csv")), 2, 0, 0, 0, 0);

        var sessions = all(as("olga"), "/events/" + id + "/sessions");
        assertThat(sessions.get(0).path("speakers").findValuesAsText("speakerId"))
                .containsExactly(ana, bea);
        assertThat(sessions.get(1).path("speakers").findValuesAsText("speakerId"))
                .containsExactly(ana);
        assertThat(sessions.get(1).path("endsAt").asText()).startsWith("2024-12-28T00:15");
        assertCounts(ok(201, upload(id, csv, "text/csv")), 0, 0, 2, 0, 0);
        String news = HEADER + "S1;Sepsis now;2024-12-27;10:30;11:15;;\r\n";
        assertCounts(ok(201, upload(id, news, "text/csv")), 0, 1, 0, 0, 0);
        var changed = all(as("olga"), "/events/" + id + "/sessions").get(0);
        assertThat(changed.path("title").asText()).isEqualTo("Sepsis now");
        assertThat(changed.path("room").asText()).isEqualTo("Saal 1");
        assertThat(changed.path("speakers")).hasSize(2);
        assertThat(messages(id(changed)).getLast().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void eachBadRowSaysWhatIsWrongInWhichColumn() {
        String id = event();
        speaker(id, "Ana", "P1", null);
        speaker(id, "Ana", "P2", null);
        String csv = "title,starts_at,duration,speakers\r\n"
                + "Good,2024-12-27T10:30:00+01:00,45,P1\r\n"
                + "No time,soon,45,\r\n"
                + "Nobody,2024-12-27 10:30,0:45,Zoe\r\n"
                + "Which one,2024-12-27T10:30,0:45,Ana\r\n"
                + "Outside,2025-12-27T10:30,0:45,\r\n"
                + "Good,2024-12-27T10:30,45,\r\n";

        var report = ok(201, upload(id, csv, "text/csv"));

        assertCounts(report, 2, 0, 0, 1, 3);
        assertThat(report.path("rows").findValuesAsText("code"))
                .contains("no-time", "unknown-speaker", "outside-the-event", "twice-in-the-file");
        assertThat(report.path("rows").findValuesAsText("pointer")).contains("column:starts_at", "column:speakers");
    }

    @Test
    void rowsOfJsonInAnyOrderGiveTheSameProgramme() {
        List<String> expected = null;
        for (int seed = 0; seed < 3; seed++) {
            String id = event();
            speaker(id, "Ana", "P1", null);
            var rows = new ArrayList<String>();
            for (int i = 0; i < 8; i++) {
                rows.add("""
                        {"external_id": "S%d", "title": "T%d", "startsAt": "2024-12-27T1%d:00", "duration": "0:30",
                         "tags": ["a", "b"], "speakers": [{"external_id": "P1"}]}""".formatted(i, i, i));
            }
            Collections.shuffle(rows, new Random(seed));
            String file = "[" + String.join(",", rows) + "]";
            assertCounts(ok(201, upload(id, file, "application/json")), 8, 0, 0, 0, 0);
            List<String> state = new ArrayList<>();
            all(as("olga"), "/events/" + id + "/sessions")
                    .forEach(session -> state.add(session.path("title").asText()
                            + session.path("startsAt").asText()
                            + session.path("tags")
                            + session.path("speakers").size()));
            expected = expected == null ? state : expected;
            assertThat(state).as("seed " + seed).isEqualTo(expected);
        }
    }

    private String speaker(String event, String name, String externalId, String email) {
        var body = JSON.createObjectNode().put("displayName", name).put("externalId", externalId);
        if (email != null) {
            body.put("email", email);
        }
        return id(ok(201, as("olga").post("/events/" + event + "/speakers", body.toString())));
    }

    private HttpResponse<String> upload(String event, String body, String type) {
        return as("olga").send("POST", "/events/" + event + "/session-imports", body, type);
    }

    private static void assertCounts(JsonNode report, int create, int update, int skip, int conflict, int error) {
        assertThat(report.path("sessions").toString())
                .as(report.toString())
                .isEqualTo("{\"create\":%d,\"update\":%d,\"skip\":%d,\"conflict\":%d,\"error\":%d}"
                        .formatted(create, update, skip, conflict, error));
    }
}
