package rapport.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class RegistrationImportTest extends FrontDoor {
    private static final String HEADER = "external_id,email,display_name,affiliation,interests,goals,sharing\r\n";

    @Test
    void tenThousandRowsAreKeptOnceAndTheSameFileAgainChangesNothing() {
        String id = event();
        var csv = new StringBuilder(HEADER);
        IntStream.range(0, 10_000)
                .forEach(i -> csv.append("R%d,bulk%d.%s@x.example,Guest %d,Hospital %d,\"sepsis|stroke\",,CARD\r\n"
                        .formatted(i, i, id, i, i % 50)));

        var first = ok(201, upload(id, "", csv.toString()));

        assertCounts(first, 10_000, 0, 0, 0, 0);
        assertThat(first.path("changed").asBoolean()).isTrue();
        assertThat(registrations(id)).isEqualTo(10_000);
        assertThat(facts(id)).isEqualTo(10_000);
        String before = aggregates();
        var again = ok(201, upload(id, "", csv.toString()));
        assertCounts(again, 0, 0, 10_000, 0, 0);
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(again.path("sameFileAs").asText())
                .isEqualTo(first.path("importId").asText());
        assertThat(aggregates()).isEqualTo(before);
    }

    @Test
    void rowsInAnyOrderGiveTheSameState() {
        String file = ids("%s");
        List<String> expected = null;
        for (int seed = 0; seed < 4; seed++) {
            String id = event();
            ok(201, upload(id, "", HEADER + "R1,r1.%s@x.example,Old name,Charité,sepsis,,OFF\r\n".formatted(id)));
            var lines = new ArrayList<>(file.formatted(repeated(id, 6)).lines().toList());
            Collections.shuffle(lines, new Random(seed));
            int cut = seed * lines.size() / 4;

            ok(201, upload(id, "", HEADER + String.join("\r\n", lines.subList(0, cut)) + "\r\n"));
            ok(201, upload(id, "", HEADER + String.join("\r\n", lines.subList(cut, lines.size())) + "\r\n"));

            List<String> state = state(id);
            expected = expected == null ? state : expected;
            assertThat(state).as("seed " + seed).isEqualTo(expected);
        }
        assertThat(expected).contains("R1|R1|Name 1|Charité|{sepsis}|{}|OFF|CONFIRMED");
    }

    @Test
    void blanksNeverOverwriteAndWhatIsNewIsKept() {
        String id = event();
        ok(
                201,
                upload(
                        id,
                        "",
                        HEADER + "R1,a.%s@x.example,Ana,Charité,\"a \"\"b\"\"|c\\d\",learn,CARD\r\n".formatted(id)));
        int facts = facts(id);

        var report = ok(201, upload(id, "", HEADER + "R1,A.%s@X.example,Ana Lima,,,,\r\n".formatted(id)));

        assertCounts(report, 0, 1, 0, 0, 0);
        assertThat(facts(id)).isEqualTo(facts + 1);
        var kept = all(as("olga"), "/events/" + id + "/registrations").get(0);
        assertThat(kept.path("displayName").asText()).isEqualTo("Ana Lima");
        assertThat(kept.path("affiliation").asText()).isEqualTo("Charité");
        assertThat(kept.path("interests").toString()).isEqualTo("[\"a \\\"b\\\"\",\"c\\\\d\"]");
        assertThat(kept.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void eachBadRowIsReportedWithItsColumnAndTheGoodOnesAreKept() {
        String id = event();
        String csv = "E-Mail;Vorname;Nachname;career_stage;zone;Shoe size\r\n"
                + "ok.%s@x.example;Ana;Lima;resident;Europe/Vienna;38\r\n"
                + "nobody;No;Address;;Mars/Base;38\r\n"
                + "b.%s@x.example;Bad;Stage;emperor;;38\r\n"
                + "c.%s@x.example;Turned\u202E;Text;;;38\r\n";

        var report = ok(201, upload(id, "", csv.formatted(id, id, id)));

        assertCounts(report, 1, 0, 0, 0, 3);
        var bad = report.path("rows").get(0);
        assertThat(bad.path("row").asInt()).isEqualTo(3);
        assertThat(bad.path("outcome").asText()).isEqualTo("ERROR");
        assertThat(bad.path("faults").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("column:E-Mail", "column:zone");
        assertThat(report.path("rows")
                        .get(1)
                        .path("faults")
                        .get(0)
                        .path("pointer")
                        .asText())
                .isEqualTo("column:career_stage");
        assertThat(report.path("rows").get(2).path("faults").get(0).path("code").asText())
                .isEqualTo("invalid-text");
        assertThat(report.path("unknownColumns").toString()).isEqualTo("[\"Shoe size\"]");
    }

    @Test
    void allOrNothingIsNothingWhenOneRowIsBad() {
        String id = event();
        String csv = HEADER + "R1,a.%s@x.example,Ana,,,,\r\nR2,nobody,Bea,,,,\r\n".formatted(id);
        String before = state();

        assertProblem(upload(id, "?mode=ALL_OR_NOTHING", csv), 422, "import-refused");

        assertThat(state()).isEqualTo(before);
        ok(201, upload(id, "?mode=ALL_OR_NOTHING", HEADER + "R1,a.%s@x.example,Ana,,,,\r\n".formatted(id)));
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndLeavesNothingBehind() {
        String id = event("{\"capacity\": 1}");
        String before = state();

        var report = ok(200, upload(id, "?dryRun=true", HEADER + ids("%s").formatted(repeated(id, 6))));

        assertCounts(report, 6, 0, 0, 0, 0);
        assertThat(report.path("importId").isNull()).isTrue();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void jsonAndJsonLinesSayTheSameAsCsv() {
        String id = event();
        String row =
                "{\"externalId\": \"R%d\", \"email\": \"r%d.%s@x.example\", \"displayName\": \"Name %d\", \"interests\": [\"sepsis\"]}";
        String one = row.formatted(1, 1, id, 1);
        String two = row.formatted(2, 2, id, 2);
        ok(201, upload(id, "", HEADER + "R1,r1.%s@x.example,Name 1,,sepsis,,\r\n".formatted(id)));

        var json =
                ok(201, send(as("olga"), id, "", "{\"registrations\": [" + one + "," + two + "]}", "application/json"));
        var lines = ok(201, send(as("olga"), id, "", one + "\n" + two + "\n", "application/x-ndjson"));

        assertCounts(json, 1, 0, 1, 0, 0);
        assertCounts(lines, 0, 0, 2, 0, 0);
        assertThat(lines.path("format").asText()).isEqualTo("REGISTRATION_NDJSON");
    }

    @Test
    void theSameKeyIsOneImportAndTheHistoryTellsOfIt() {
        String id = event();
        String csv = HEADER + "R1,a.%s@x.example,Ana,,,,\r\n".formatted(id);
        Door keyed = as("olga").with("Idempotency-Key", "import-" + id);

        var first = send(keyed, id, "", csv, "text/csv");
        var second = send(keyed, id, "", csv, "text/csv");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertProblem(
                send(keyed, id, "", csv + "R2,b@x.example,Bea,,,,\r\n", "text/csv"), 422, "idempotency-key-reused");
        var history = all(as("olga"), "/events/" + id + "/imports");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).path("id").asText())
                .isEqualTo(json(first.body()).path("importId").asText());
        assertThat(history.get(0).path("rows").path("create").asInt()).isEqualTo(1);
    }

    @Test
    void rowsThatPointToTwoRegistrationsAreConflicts() {
        String id = event();
        ok(201, upload(id, "", HEADER + ids("%s").formatted(repeated(id, 6))));

        var report = ok(
                201,
                upload(
                        id,
                        "",
                        HEADER
                                + "R1,r2.%s@x.example,Mixed,,,,\r\n".formatted(id)
                                + "R9,r3.%s@x.example,Other id,,,,\r\n".formatted(id)
                                + "R8,new.%s@x.example,New,,,,\r\nR8,newer.%s@x.example,Twice,,,,\r\n"
                                        .formatted(id, id)));

        assertCounts(report, 1, 0, 0, 3, 0);
        assertThat(report.path("rows").findValuesAsText("code"))
                .containsExactlyInAnyOrder("another-address", "another-external-id", "twice-in-the-file");
    }

    @Test
    void capacityHoldsAndWhoComesLaterWaitsInTheOrderOfTheFile() {
        String id = event("{\"capacity\": 4}");

        ok(201, upload(id, "", HEADER + ids("%s").formatted(repeated(id, 6))));

        assertThat(rows(
                        "select external_id from registration where event_id = ? and status = 'WAITLISTED' order by waiting_since, id",
                        UUID.fromString(id)))
                .extracting(row -> row.get("external_id"))
                .containsExactly("R4", "R5");
        var again = ok(201, upload(id, "", HEADER + ids("%s").formatted(repeated(id, 6))));
        assertCounts(again, 0, 0, 6, 0, 0);
    }

    /** Six rows with everything that could depend on an order. */
    private static String ids(String event) {
        var rows = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            rows.append("R%d,r%d.%s@x.example,Name %d,%s,%s,,\r\n"
                    .formatted(i, i, event, i, i == 1 ? "" : "Hospital " + i, i % 2 == 0 ? "stroke" : ""));
        }
        return rows.toString();
    }

    private static Object[] repeated(String text, int times) {
        return Collections.nCopies(times, text).toArray();
    }

    private List<String> state(String event) {
        return rows("""
                select r.external_id || '|' || coalesce(r.external_id, '') || '|' || r.display_name || '|' ||
                       coalesce(r.affiliation, '') || '|' || r.interests::text || '|' || r.goals::text || '|' || r.sharing ||
                       '|' || r.status as line
                from registration r where event_id = ? order by r.external_id
                """, UUID.fromString(event)).stream()
                .map(row -> row.get("line"))
                .toList();
    }

    private long registrations(String event) {
        return number("select count(*) from registration where event_id = ?", UUID.fromString(event));
    }

    private int facts(String event) {
        return (int) number(
                "select count(*) from outbox o join registration r on r.id = o.key where r.event_id = ?",
                UUID.fromString(event));
    }

    private String aggregates() {
        return text("select count(*) from outbox")
                + text("select sum(version) from person")
                + text("select sum(version) from registration");
    }

    private static void assertCounts(JsonNode report, int create, int update, int skip, int conflict, int error) {
        assertThat(report.path("registrations").toString())
                .as(report.toString()
                        .substring(0, Math.min(3_000, report.toString().length())))
                .isEqualTo("{\"create\":%d,\"update\":%d,\"skip\":%d,\"conflict\":%d,\"error\":%d}"
                        .formatted(create, update, skip, conflict, error));
    }

    private HttpResponse<String> upload(String event, String query, String csv) {
        return send(as("olga"), event, query, csv, "text/csv");
    }

    private static HttpResponse<String> send(Door door, String event, String query, String body, String type) {
        return door.send("POST", "/events/" + event + "/registration-imports" + query, body, type);
    }
}
