package rapport.events.badgesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class BadgePrintTest extends FrontDoor {

    @Test
    void aSheetHoldsEveryBadgeByNameAndReadingItWritesNothing() throws Exception {
        String event = event();
        for (String name : new String[] {"Zoë", "王小明", "ada", "Ben"}) {
            register(event, name);
        }
        issue(event);
        var print = ok(201, print(event, "{\"layout\": \"A4_10\", \"selection\": \"ALL\"}"));
        String before = state();

        var sheet = sheet(event, print);

        assertThat(sheet.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(sheet.headers().firstValue("Cache-Control")).contains("private, no-store");
        var tokens = Camera.codes(sheet.body(), SheetLayout.A4_10);
        assertThat(tokens.subList(0, 4))
                .containsExactly(token(event, "ada"), token(event, "Ben"), token(event, "Zoë"), token(event, "王小明"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theNextPrintHoldsWhatHasChangedSince() throws Exception {
        String event = event();
        register(event, "Ada");
        register(event, "Ben");
        issue(event);
        String changed = "{\"layout\": \"A6\", \"selection\": \"CHANGED\"}";
        assertThat(ok(201, print(event, changed)).path("badges").asInt()).isEqualTo(2);
        assertProblem(print(event, changed), 422, "nothing-to-print");

        register(event, "Chen");
        issue(event);
        ok(200, as("olga").send("POST", "/badges/" + badge(event, "Ada") + "/rotation", "", null));
        var print = ok(201, print(event, changed));

        assertThat(print.path("badges").asInt()).isEqualTo(2);
        assertThat(Camera.codes(sheet(event, print).body(), SheetLayout.A6))
                .containsExactly(token(event, "Ada"), token(event, "Chen"));
        assertThat(all(as("olga"), "/events/" + event + "/badge-prints")).hasSize(2);
    }

    @Test
    void aBadgeThatWasRevokedIsOnNoSheetAndABadgeOfOthersCannotBePrinted() throws Exception {
        String event = event();
        register(event, "Ada");
        register(event, "Ben");
        issue(event);
        var print = ok(201, print(event, "{\"layout\": \"LETTER_8\", \"selection\": \"ALL\"}"));
        String ada = badge(event, "Ada");
        ok(200, as("olga").send("POST", "/badges/" + ada + "/revocation", "", null));
        String before = state();

        assertThat(Camera.codes(sheet(event, print).body(), SheetLayout.LETTER_8))
                .filteredOn(code -> !code.isEmpty())
                .containsExactly(token(event, "Ben"));
        for (String id : new String[] {ada, UUID.randomUUID().toString()}) {
            assertProblem(
                    print(event, "{\"layout\": \"A6\", \"selection\": \"BADGES\", \"badgeIds\": [\"" + id + "\"]}"),
                    422,
                    "badge-unknown");
        }
        assertThat(state()).isEqualTo(before);
    }

    private HttpResponse<String> print(String event, String body) {
        return as("olga").post("/events/" + event + "/badge-prints", body);
    }

    private void register(String event, String name) {
        ok(201, as("olga").post("/events/" + event + "/registrations", """
                {"displayName": "%s", "affiliation": "UKE", "careerStage": "STUDENT", "email": "g%s@x.example"}""".formatted(name, UUID.randomUUID())));
    }

    private void issue(String event) {
        ok(200, as("olga").send("POST", "/events/" + event + "/badges", "", null));
    }

    private String badge(String event, String name) {
        return text("""
                select b.id from badge b join registration r on r.id = b.registration_id
                where b.event_id = ? and r.display_name = ? and b.status = 'ACTIVE'""", UUID.fromString(event), name);
    }

    private String token(String event, String name) {
        String badge = badge(event, name);
        for (JsonNode one : all(as("olga"), "/events/" + event + "/badges?tokens=true")) {
            if (id(one).equals(badge)) {
                return one.path("token").asText();
            }
        }
        throw new AssertionError("no badge of " + name);
    }

    private HttpResponse<byte[]> sheet(String event, JsonNode print) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + "/events/" + event
                        + "/badge-prints/" + id(print) + "/sheet.pdf"))
                .header("Authorization", Tokens.bearer("olga"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response;
        }
    }
}
