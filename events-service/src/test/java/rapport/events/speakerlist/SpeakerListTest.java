package rapport.events.speakerlist;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class SpeakerListTest extends FrontDoor {
    private static final String KEYS =
            "speaker_id,external_id,display_name,given_name,family_name,credentials,affiliation,ror_id,country,orcid,"
                    + "linkedin_url,researchgate_url,x_url,website_url,bio,contact_mode,email,email_shared,session_count,"
                    + "session_ids,session_titles,roles,track,room,session_start,session_end,session_start_utc,zone,status,"
                    + "updated_at";
    private static final String EVIL = "=cmd|' /C calc'!A0, \"Ünïcode\"\nsecond line";

    @Test
    void theMostHostileNameIsLosslessAsJsonAndHarmlessAsCsv() {
        String id = event();
        var created = speaker(id, EVIL, "evil@x.example", "OPEN", true);
        session(id, "+1 for safety; really", id(created));
        session(id, "A | B", id(created));

        var csv = as("olga").get("/events/" + id + "/speaker-list?format=csv&rows=speaker");

        assertThat(ok(200, as("olga").get("/events/" + id + "/speakers/" + id(created)))
                        .path("displayName")
                        .asText())
                .isEqualTo(EVIL);
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.body()).startsWith(KEYS + "\r\n").endsWith("\r\n");
        var row = records(csv).get(1);
        assertThat(row.getField(2)).isEqualTo("'" + EVIL);
        assertThat(row.getField(16)).isEqualTo("evil@x.example");
        assertThat(row.getField(18)).isEqualTo("2");
        assertThat(row.getField(20)).isEqualTo("'+1 for safety; really|A \\| B");
        assertThat(row.getField(24)).isEqualTo("2024-12-27T10:00:00");
        assertThat(row.getField(26)).isEqualTo("2024-12-27T09:00:00Z");
        assertThat(csv.headers().firstValue("Rapport-Guarded-Cells")).contains("2");
        assertThat(csv.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var audit = all(as("olga"), "/events/" + id + "/exports").get(0);
        assertThat(audit.path("rowCount").asInt()).isEqualTo(1);
        assertThat(audit.path("guardedCells").asInt()).isEqualTo(2);
        assertThat(audit.path("subject").asText()).isEqualTo(Tokens.subject("olga"));
    }

    @Test
    void anAddressIsFilledOnlyWhereRoleAndConsentAllow() {
        String id = event();
        speaker(id, "A open and shared", "a" + id + "@x.example", "OPEN", true);
        speaker(id, "B not shared", "b" + id + "@x.example", "OPEN", false);
        speaker(id, "C relay", "c" + id + "@x.example", "RELAY", true);
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + id + "/staff/" + Tokens.subject("otto"),
                                "{\"role\":\"SCANNER\"}",
                                "application/json"));

        assertThat(emails(as("olga").get("/events/" + id + "/speaker-list")))
                .containsExactly("a" + id + "@x.example", "", "");
        assertThat(emails(as("otto").get("/events/" + id + "/speaker-list"))).containsExactly("", "", "");
        String published = publish(id);
        assertThat(as("maya").get("/events/" + published + "/speakers").body()).doesNotContain("@x.example");
        assertThat(as("olga").get("/events/" + published + "/speakers").body()).contains("@x.example");
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        String id = event();
        var speaker = speaker(id, "Ana", "ana" + id + "@x.example", "OPEN", true);
        var first = as("olga").get("/events/" + id + "/speaker-list");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String before = state();

        var second = as("olga").with("If-None-Match", etag).get("/events/" + id + "/speaker-list");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(state()).isEqualTo(before);

        ok(200, patch(as("olga"), "/events/" + id + "/speakers/" + id(speaker), "\"v1\"", "{\"country\":\"AT\"}"));
        assertThat(as("olga")
                        .with("If-None-Match", etag)
                        .get("/events/" + id + "/speaker-list")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void rowsZoneDelimiterAndByteOrderMarkAreChosen() {
        String id = event();
        var ana = speaker(id, "Ana", "z" + id + "@x.example", "OPEN", true);
        session(id, "One", id(ana));
        session(id, "Two", id(ana));

        var csv = as("olga")
                .get("/events/" + id
                        + "/speaker-list?rows=speaker-session&zone=America/New_York&delimiter=semicolon&bom=true");

        assertThat(csv.body()).startsWith("\uFEFFspeaker_id;external_id;");
        assertThat(csv.body().lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains("2024-12-27T04:00:00") && line.contains("America/New_York"));
        assertProblem(as("olga").get("/events/" + id + "/speaker-list?zone=Mars/Base"), 400, "validation");
        assertProblem(as("olga").get("/events/" + id + "/speaker-list?rows=all"), 400, "validation");
        assertProblem(as("olga").get("/events/" + id + "/speaker-list?format=pdf"), 400, "validation");
        assertProblem(as("maya").get("/events/" + id + "/speaker-list"), 403, "forbidden");
    }

    @Test
    void importingAnExportGivesTheSameData() {
        String id = event();
        speaker(id, EVIL, "rt" + id + "@x.example", "OPEN", true);
        speaker(id, "'=quoted already", "rq" + id + "@x.example", "OPEN", true);
        String csv = as("olga").get("/events/" + id + "/speaker-list").body();

        var same = ok(201, as("olga").send("POST", "/events/" + id + "/speaker-imports", csv, "text/csv"));
        assertThat(same.path("speakers").path("skip").asInt())
                .as(same.toString())
                .isEqualTo(2);

        String other = event();
        var copied = ok(201, as("olga").send("POST", "/events/" + other + "/speaker-imports", csv, "text/csv"));
        assertThat(copied.path("speakers").path("create").asInt()).isEqualTo(2);
        assertThat(names(as("olga").get("/events/" + other + "/speaker-list")))
                .isEqualTo(names(as("olga").get("/events/" + id + "/speaker-list")));
        var again = ok(201, as("olga").send("POST", "/events/" + other + "/speaker-imports", csv, "text/csv"));
        assertThat(again.path("speakers").path("skip").asInt()).isEqualTo(2);
    }

    @Test
    void oneSpeakerPerAddressAndAnAddressOfAnotherProposesAMerge() {
        String id = event();
        var ana = speaker(id, "Ana", "one" + id + "@x.example", "OPEN", true);
        String before = state();
        assertProblem(
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"displayName\":\"Ana again\",\"email\":\"ONE%s@x.example\"}".formatted(id)),
                409,
                "speaker-exists");
        assertThat(state()).isEqualTo(before);
        var bea = ok(201, as("olga").post("/events/" + id + "/speakers", "{\"displayName\":\"Bea\"}"));

        var told = ok(
                200,
                patch(
                        as("olga"),
                        "/events/" + id + "/speakers/" + id(bea),
                        "\"v1\"",
                        "{\"email\":\"one%s@x.example\"}".formatted(id)));

        assertThat(told.path("mergeProposedWith").asText()).isEqualTo(id(ana));
        assertThat(told.path("email").isNull()).isTrue();
    }

    private com.fasterxml.jackson.databind.JsonNode speaker(
            String event, String name, String email, String mode, boolean shared) {
        var body = JSON.createObjectNode()
                .put("displayName", name)
                .put("email", email)
                .put("contactMode", mode)
                .put("emailShared", shared);
        return ok(201, as("olga").post("/events/" + event + "/speakers", body.toString()));
    }

    private void session(String event, String title, String speaker) {
        var body = JSON.createObjectNode()
                .put("title", title)
                .put("startsAt", "2024-12-27T10:00:00")
                .put("endsAt", "2024-12-27T10:30:00");
        body.putArray("speakers").addObject().put("speakerId", speaker);
        ok(201, as("olga").post("/events/" + event + "/sessions", body.toString()));
    }

    private String publish(String event) {
        ok(200, as("olga").send("POST", "/events/" + event + "/publication", "", null));
        return event;
    }

    private static List<String> emails(HttpResponse<String> csv) {
        return records(csv).stream().skip(1).map(row -> row.getField(16)).toList();
    }

    private static List<String> names(HttpResponse<String> csv) {
        return records(csv).stream().skip(1).map(row -> row.getField(2)).toList();
    }

    private static List<CsvRecord> records(HttpResponse<String> csv) {
        return CsvReader.builder().ofCsvRecord(csv.body()).stream().toList();
    }
}
