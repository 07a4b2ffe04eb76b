package rapport.events.speakerlist;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class SpeakerListFormatsTest extends FrontDoor {
    private static final String EVIL = "=cmd|' /C calc'!A0, \"Ünïcode\"\nsecond line";

    @Test
    void jsonAndNdjsonHoldTheTextAsItIsAndListsAsArrays() {
        String id = event();
        var created = speaker(
                id,
                "{\"displayName\": %s, \"email\": \"j%s@x.example\", \"contactMode\": \"OPEN\","
                                .formatted(quoted(EVIL), id)
                        + " \"emailShared\": true, \"links\": {\"x\": \"https://x.com/evil\"}}");
        session(id, "A | B", "Track 1", "2024-12-27T10:00:00", id(created));
        session(id, "=1+1", "Track 2", "2024-12-28T10:00:00", id(created));

        var json = as("olga").get(list(id, "format=json"));
        var row = json(json.body()).get(0);

        assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json.headers().firstValue("Rapport-Formula-Guard")).contains("NONE");
        assertThat(row.path("display_name").asText()).isEqualTo(EVIL);
        assertThat(row.path("external_id").isNull()).isTrue();
        assertThat(row.path("email_shared").isBoolean()).isTrue();
        assertThat(row.path("session_count").asInt()).isEqualTo(2);
        assertThat(texts(row.path("session_titles"))).containsExactly("A | B", "=1+1");
        assertThat(texts(row.path("track"))).containsExactly("Track 1", "Track 2");
        assertThat(texts(row.path("room"))).isEmpty();
        assertThat(row.fieldNames()).toIterable().allMatch(key -> key.matches("[a-z_]+"));
        var lines =
                as("olga").get(list(id, "format=ndjson&rows=speaker-session")).body();
        assertThat(lines.lines().map(line -> texts(json(line).path("session_titles"))))
                .containsExactly(List.of("A | B"), List.of("=1+1"));
        assertThat(json(as("olga").get(list(event(), "format=json")).body())).isEmpty();
    }

    @Test
    void theWorksheetHoldsValuesOfTheirKindAndOpensInAnotherLibrary() throws IOException {
        String id = event();
        var ana = speaker(id, "{\"displayName\": %s, \"bio\": \"_x0041_\\r\\nand more\"}".formatted(quoted(EVIL)));
        session(id, "One", "Track 1", "2024-12-27T10:00:00", id(ana));

        byte[] file = bytes(list(id, "format=xlsx"));

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = book.getFirstSheet().read();
            List<String> keys =
                    rows.getFirst().stream().map(cell -> cell.getText()).toList();
            Row row = rows.get(1);
            assertThat(rows).hasSize(2);
            assertThat(keys).hasSize(30).startsWith("speaker_id", "external_id", "display_name");
            assertThat(row.getCellText(keys.indexOf("display_name"))).isEqualTo("'" + EVIL);
            assertThat(row.getCell(keys.indexOf("session_count")).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCellAsBoolean(keys.indexOf("email_shared"))).contains(false);
            assertThat(row.getCellAsDate(keys.indexOf("session_start")).orElseThrow())
                    .hasToString("2024-12-27T10:00");
            assertThat(row.getCellAsDate(keys.indexOf("session_start_utc")).orElseThrow())
                    .hasToString("2024-12-27T09:00");
            assertThat(row.getCellText(keys.indexOf("bio"))).startsWith("_x005F_x0041_");
        }
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"")
                .contains("t=\"inlineStr\"")
                .doesNotContain("<f>");
        var audit = all(as("olga"), "/events/" + id + "/exports").get(0);
        assertThat(audit.path("format").asText()).isEqualTo("XLSX");
        assertThat(audit.path("guardedCells").asInt()).isEqualTo(1);
    }

    @Test
    void cardsAreValidAndNoValueBreaksOutOfItsLine() {
        String id = event();
        String hostile = "Zoë \"Z\" O'Neill; Jr, PhD\r\nEND:VCARD\\n 👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️";
        var ana = speaker(id, """
                {"displayName": %s, "givenName": "Zoë", "familyName": "O'Neill", "credentials": "MD",
                 "affiliation": "Klinik; Nord, Süd", "orcid": "0000-0002-1825-0097", "email": "v%s@x.example",
                 "emailShared": true, "contactMode": "OPEN", "bio": "One.\\nTwo.",
                 "links": {"linkedin": "https://www.linkedin.com/in/zoe"}}""".formatted(quoted(hostile), id));
        var session = JSON.createObjectNode()
                .put("title", "One")
                .put("startsAt", "2024-12-27T10:00:00")
                .put("endsAt", "2024-12-27T10:30:00")
                .put("language", "de");
        session.putArray("speakers").addObject().put("speakerId", id(ana));
        ok(201, as("olga").post("/events/" + id + "/sessions", session.toString()));

        var answer = as("olga").get(list(id, "format=vcf"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/vcard");
        assertThat(answer.body().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        List<VCard> cards = Ezvcard.parse(answer.body()).all();
        assertThat(cards).hasSize(1);
        VCard card = cards.getFirst();
        assertThat(card.validate(VCardVersion.V4_0)).isEmpty();
        assertThat(card.getFormattedName().getValue()).isEqualTo(hostile.replace("\r\n", "\n"));
        assertThat(card.getUid().getValue()).isEqualTo("urn:uuid:" + id(ana));
        assertThat(card.getRevision()).isNotNull();
        assertThat(card.getKind().isIndividual()).isTrue();
        assertThat(card.getOrganization().getValues()).containsExactly("Klinik; Nord, Süd");
        assertThat(card.getEmails().getFirst().getValue()).isEqualTo("v" + id + "@x.example");
        assertThat(card.getUrls().stream().map(url -> url.getValue()))
                .containsExactly("https://orcid.org/0000-0002-1825-0097", "https://www.linkedin.com/in/zoe");
        assertThat(card.getLanguages().getFirst().getValue()).isEqualTo("de");
        assertThat(card.getSources().getFirst().getValue()).endsWith("/events/" + id + "/speakers/" + id(ana));
        assertThat(card.getNotes().getFirst().getValue()).isEqualTo("One.\nTwo.");
    }

    @Test
    void filtersChooseSpeakersAndTheirSessions() {
        String id = event();
        var ana = speaker(id, "{\"displayName\": \"Ana\", \"interests\": [\"Sepsis\"], \"affiliation\": \"Charité\"}");
        var bea = speaker(id, "{\"displayName\": \"Bea\", \"contactMode\": \"CLOSED\"}");
        session(id, "Morning", "Cardiology", "2024-12-27T10:00:00", id(ana));
        session(id, "It's Bea's", "Surgery' or 1=1 --", "2024-12-28T00:30:00", id(bea));
        session(id, "Both", "Surgery", "2024-12-29T10:00:00", id(ana));

        assertThat(names(id, "track=Cardiology")).containsExactly("Ana");
        assertThat(names(id, "track=Surgery%27%20or%201%3D1%20--")).containsExactly("Bea");
        assertThat(names(id, "day=2024-12-28")).containsExactly("Bea");
        assertThat(names(id, "day=2024-12-27&zone=UTC")).containsExactly("Ana", "Bea");
        assertThat(names(id, "role=MODERATOR")).isEmpty();
        assertThat(names(id, "contactMode=CLOSED")).containsExactly("Bea");
        assertThat(names(id, "interest=sepsis")).containsExactly("Ana");
        assertThat(names(id, "text=charit%C3%A9")).containsExactly("Ana");
        assertThat(names(id, "status=REMOVED")).isEmpty();
        var cardiology = json(as("olga")
                        .get(list(id, "format=json&track=Cardiology"))
                        .body())
                .get(0);
        assertThat(texts(cardiology.path("session_titles"))).containsExactly("Morning");
        var audit = all(as("olga"), "/events/" + id + "/exports").get(0);
        assertThat(audit.path("filter").path("track").asText()).isEqualTo("Cardiology");
    }

    @Test
    void aTokenOfAListOrOfAnExportAsksForWhatChangedLater() {
        String id = event();
        var ana = speaker(id, "{\"displayName\": \"Ana\"}");
        speaker(id, "{\"displayName\": \"Bea\"}");
        String token = as("olga")
                .get(list(id, ""))
                .headers()
                .firstValue("Rapport-Changes")
                .orElseThrow();
        String ofList = ok(200, as("olga").get("/events/" + id + "/speakers"))
                .path("changes")
                .asText();

        ok(200, patch(as("olga"), "/events/" + id + "/speakers/" + id(ana), "\"v1\"", "{\"country\":\"AT\"}"));

        assertThat(names(id, "changedSince=" + token)).containsExactly("Ana");
        assertThat(names(id, "changedSince=" + ofList)).containsExactly("Ana");
        assertProblem(as("olga").get(list(id, "changedSince=yesterday")), 400, "validation");
    }

    @Test
    void fieldsAndPurposeAreChosenAndRecorded() {
        String id = event("{\"name\": \"Kongreß \\\"für\\\" alle\"}");
        speaker(id, "{\"displayName\": \"Ana\"}");

        var csv = as("olga").get(list(id, "fields=status,display_name&purpose=Name%20tags"));

        assertThat(csv.body()).isEqualTo("display_name,status\r\n\"Ana\",ACTIVE\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"speakers Kongre- fur alle.csv\";"
                        + " filename*=UTF-8''speakers%20Kongre%C3%9F%20f%C3%BCr%20alle.csv");
        var audit = all(as("olga"), "/events/" + id + "/exports").get(0);
        assertThat(texts(audit.path("fields"))).containsExactly("display_name", "status");
        assertThat(audit.path("purpose").asText()).isEqualTo("Name tags");
        assertThat(audit.path("subject").asText()).isEqualTo(Tokens.subject("olga"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String id = event();

        var problem =
                ok(400, as("olga").get(list(id, "format=pdf&rows=all&zone=Mars/Base&delimiter=pipe&changedSince=x")));

        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .contains("query:format", "query:rows", "query:zone", "query:delimiter", "query:changedSince");
        assertProblem(as("olga").get(list(id, "fields=display_name,colour,display_name")), 400, "validation");
        assertProblem(as("olga").get(list(id, "format=json&bom=true")), 400, "validation");
        assertProblem(as("olga").get(list(id, "format=vcf&fields=bio")), 400, "validation");
        assertProblem(as("olga").get(list(id, "format=vcf&rows=speaker-session")), 400, "validation");
        assertThat(number("select count(*) from export_record where event_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void theEntityTagChangesWithTheContentAndWithNothingElse() {
        String id = event();
        var ana = speaker(id, "{\"displayName\": \"Ana\"}");
        String etag = etag(id, "fields=display_name,country");
        String sheet = etag(id, "format=xlsx");

        ok(
                200,
                patch(
                        as("olga"),
                        "/events/" + id + "/speakers/" + id(ana),
                        "\"v1\"",
                        "{\"photoUrl\":\"https://x.example/a.jpg\"}"));
        assertThat(etag(id, "fields=display_name,country")).isEqualTo(etag);
        ok(200, patch(as("olga"), "/events/" + id + "/speakers/" + id(ana), "\"v2\"", "{\"country\":\"AT\"}"));
        assertThat(etag(id, "fields=display_name,country")).isNotEqualTo(etag);

        assertThat(sheet).startsWith("W/");
        String now = etag(id, "format=xlsx");
        assertThat(as("olga")
                        .with("If-None-Match", "\"x\", " + now)
                        .get(list(id, "format=xlsx"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(etag(id, "format=json")).isNotEqualTo(etag(id, "format=ndjson"));
    }

    private String etag(String event, String query) {
        return as("olga").get(list(event, query)).headers().firstValue("ETag").orElseThrow();
    }

    private static String list(String event, String query) {
        return "/events/" + event + "/speaker-list?" + query;
    }

    private List<String> names(String event, String query) {
        var answer = as("olga").get(list(event, "format=json&" + query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).findValuesAsText("display_name");
    }

    private static List<String> texts(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private JsonNode speaker(String event, String body) {
        return ok(201, as("olga").post("/events/" + event + "/speakers", body));
    }

    private void session(String event, String title, String track, String startsAt, String speaker) {
        var body = JSON.createObjectNode()
                .put("title", title)
                .put("track", track)
                .put("startsAt", startsAt)
                .put("endsAt", startsAt.replace(":00:00", ":20:00").replace(":30:00", ":50:00"));
        body.putArray("speakers").addObject().put("speakerId", speaker);
        ok(201, as("olga").post("/events/" + event + "/sessions", body.toString()));
    }

    private byte[] bytes(String path) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                    .header("Authorization", Tokens.bearer("olga"))
                    .build();
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By the table at the end of the archive, as every program opens a worksheet. */
    private static String part(byte[] file, String name) throws IOException {
        Path stored = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(stored, file);
            try (var zip = new ZipFile(stored.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(stored);
        }
    }
}
