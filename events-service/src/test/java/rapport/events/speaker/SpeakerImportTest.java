package rapport.events.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class SpeakerImportTest extends FrontDoor {

    @Test
    void aListWithARowPerSessionIsNoConflictAndChangesNothing() {
        String id = event();
        String ana = speaker(id, "=Ana \"the\" Lima", "P1");
        session(id, "One", ana);
        session(id, "Two", ana);
        speaker(id, "Bea", "P2");
        String before = aggregates();

        String list = as("olga")
                .get("/events/" + id + "/speaker-list?rows=speaker-session")
                .body();
        var report = ok(201, upload(id, list, "text/csv"));

        assertCounts(report, 0, 0, 3, 0, 0);
        assertThat(report.path("changed").asBoolean()).isFalse();
        assertThat(report.path("unknownColumns")).isEmpty();
        assertThat(aggregates()).isEqualTo(before);
    }

    @Test
    void theKeysOfTheListAreUnderstoodInJsonAndInJsonLines() {
        String id = event();
        speaker(id, "Ana Lima", "P1");
        speaker(id, "Bea", "P2");
        String csv = as("olga").get("/events/" + id + "/speaker-list").body();
        var objects = JSON.createArrayNode();
        var lines = new StringBuilder();
        List<String> keys = CsvReader.builder().ofCsvRecord(csv).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
        CsvReader.builder().ofCsvRecord(csv).stream().skip(1).forEach(record -> {
            ObjectNode object = objects.addObject();
            for (int i = 0; i < keys.size(); i++) {
                object.put(keys.get(i), record.getField(i).isEmpty() ? null : record.getField(i));
            }
            lines.append(object).append('\n');
        });

        assertCounts(ok(201, upload(id, objects.toString(), "application/json")), 0, 0, 2, 0, 0);
        assertCounts(ok(201, upload(id, lines.toString(), "application/x-ndjson")), 0, 0, 2, 0, 0);
        String other = event();
        assertCounts(ok(201, upload(other, "{\"speakers\": " + objects + "}", "application/json")), 2, 0, 0, 0, 0);
        assertCounts(ok(201, upload(other, lines.toString(), "application/x-ndjson")), 0, 0, 2, 0, 0);
    }

    @Test
    void externalIdThenOrcidThenAddressIdentifyAndBlanksNeverOverwrite() {
        String id = event();
        String header = "external_id,display_name,orcid,email,affiliation,interests\r\n";
        ok(
                201,
                upload(
                        id,
                        header
                                + "P1,Ana,,,Charité,sepsis|stroke\r\n,Bea,0000-0002-1825-0097,,,\r\n,Cleo,,cleo.%s@x.example,,\r\n"
                                        .formatted(id),
                        "text/csv"));

        var report = ok(
                201,
                upload(
                        id,
                        header
                                + "P1,Ana Lima,,,,\r\n"
                                + ",Bea Roy,https://orcid.org/0000-0002-1825-0097,,,\r\n"
                                + ",Cleo Roy,,CLEO.%s@X.example,,\r\n".formatted(id)
                                + ",Nobody knows,,,,\r\n"
                                + "P9,Wrong digit,0000-0002-1825-0098,,,\r\n",
                        "text/csv"));

        assertCounts(report, 0, 3, 0, 0, 2);
        assertThat(report.path("rows").get(0).path("faults").get(0).path("code").asText())
                .isEqualTo("no-key");
        assertThat(report.path("rows")
                        .get(1)
                        .path("faults")
                        .get(0)
                        .path("pointer")
                        .asText())
                .isEqualTo("column:orcid");
        var speakers = all(as("olga"), "/events/" + id + "/speakers");
        assertThat(speakers)
                .extracting(speaker -> speaker.path("displayName").asText())
                .containsExactlyInAnyOrder("Ana Lima", "Bea Roy", "Cleo Roy");
        assertThat(speakers)
                .filteredOn(speaker -> speaker.path("displayName").asText().equals("Ana Lima"))
                .singleElement()
                .satisfies(ana -> {
                    assertThat(ana.path("affiliation").asText()).isEqualTo("Charité");
                    assertThat(ana.path("interests")).hasSize(2);
                });
    }

    private String speaker(String event, String name, String externalId) {
        var body = JSON.createObjectNode()
                .put("displayName", name)
                .put("externalId", externalId)
                .put("email", externalId + "." + event + "@x.example")
                .put("emailShared", true)
                .put("contactMode", "OPEN");
        return id(ok(201, as("olga").post("/events/" + event + "/speakers", body.toString())));
    }

    private void session(String event, String title, String speaker) {
        var body = JSON.createObjectNode()
                .put("title", title)
                .put("startsAt", "2024-12-27T10:00:00")
                .put("endsAt", "2024-12-27T10:30:00");
        body.putArray("speakers").addObject().put("speakerId", speaker);
        ok(201, as("olga").post("/events/" + event + "/sessions", body.toString()));
    }

    private String aggregates() {
        return text("select count(*) from outbox") + "." + text("select sum(version) from speaker") + "."
                + text("select sum(version) from person");
    }

    private HttpResponse<String> upload(String event, String body, String type) {
        return as("olga").send("POST", "/events/" + event + "/speaker-imports", body, type);
    }

    private static void assertCounts(JsonNode report, int create, int update, int skip, int conflict, int error) {
        assertThat(report.path("speakers").toString())
                .as(report.toString())
                .isEqualTo("{\"create\":%d,\"update\":%d,\"skip\":%d,\"conflict\":%d,\"error\":%d}"
                        .formatted(create, update, skip, conflict, error));
    }
}
