package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class JsonBodiesTest {
    @TestHTTPResource("/")
    URI base;

    private HttpResponse<String> echo(String json) {
        return new Door(base, Tokens.of("maya")).post("/things/echo", json);
    }

    private JsonNode refused(String json) {
        return assertProblem(echo(json), 400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"title\":",
                "{\"title\":\"x\"}{}",
                "{\"title\":\"x\"} trailing",
                "{\"title\":\"x\",\"title\":\"y\"}",
                "{\"title\":\"x\",\"weight\":NaN}",
                "{'title':'x'}",
                "{\"title\":\"x\",}",
                "{\"title\":\"x\" /* comment */}",
                "\ufeff{\"title\":\"x\"}x"
            })
    void whatIsNoSingleObjectIsRefused(String json) {
        assertThat(refused(json).path("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"title\":\"x\",\"id\":1}|/id|unknown-property",
                "{\"title\":7}|/title|wrong-type",
                "{\"title\":true}|/title|wrong-type",
                "{\"title\":[]}|/title|wrong-type",
                "{\"title\":\"x\",\"count\":\"1\"}|/count|wrong-type",
                "{\"title\":\"x\",\"count\":\"\"}|/count|wrong-type",
                "{\"title\":\"x\",\"count\":1.5}|/count|wrong-type",
                "{\"title\":\"x\",\"count\":99999999999}|/count|wrong-type",
                "{\"title\":\"x\",\"count\":true}|/count|wrong-type",
                "{\"title\":\"x\",\"open\":\"true\"}|/open|wrong-type",
                "{\"title\":\"x\",\"open\":1}|/open|wrong-type",
                "{\"title\":\"x\",\"weight\":\"NaN\"}|/weight|wrong-type",
                "{\"title\":\"x\",\"weight\":\"1.5\"}|/weight|wrong-type",
                "{\"title\":\"x\",\"colour\":\"BLUE\"}|/colour|unknown-value",
                "{\"title\":\"x\",\"colour\":\"red\"}|/colour|unknown-value",
                "{\"title\":\"x\",\"colour\":\"\"}|/colour|unknown-value",
                "{\"title\":\"x\",\"colour\":0}|/colour|unknown-value",
                "{\"title\":\"x\",\"reference\":\"1-1-1-1-1\"}|/reference|malformed",
                "{\"title\":\"x\",\"at\":1700000000}|/at|wrong-type",
                "{\"title\":\"x\",\"at\":\"2026-11-20T09:00:00\"}|/at|malformed",
                "{\"title\":\"x\",\"at\":\"+300000-11-20T09:00:00Z\"}|/at|malformed",
                "{\"title\":\"x\",\"at\":\"2026-02-30T09:00:00Z\"}|/at|malformed",
                "{\"title\":\"x\",\"at\":\"1999-12-31T23:59:59Z\"}|/at|out-of-range",
                "{\"title\":\"x\",\"wall\":\"2101-01-01T00:00:00\"}|/wall|out-of-range",
                "{\"title\":\"x\",\"wall\":[2026,11,20]}|/wall|wrong-type",
                "{\"title\":\"x\",\"wall\":\"2026-11-20T09:00:00Z\"}|/wall|malformed",
                "{\"title\":\"x\",\"tags\":\"one\"}|/tags|wrong-type",
                "{\"title\":\"x\",\"tags\":[1]}|/tags/0|wrong-type",
                "{\"title\":\"x\",\"tags\":[\"a\",\" \"]}|/tags/1|blank",
                "{\"title\":\"x\",\"tags\":[null]}|/tags/0|required",
                "{\"title\":\"x\",\"tags\":[\"a\",\"b\",\"c\",\"d\"]}|/tags|too-long",
                "{\"title\":\"x\",\"parts\":[{\"title\":\"p\",\"rank\":1},{\"title\":\"p\",\"rank\":9}]}|/parts/1/rank|max",
                "{\"title\":\"x\",\"parts\":[{\"title\":\"p\"}]}|/parts/0/rank|required",
                "{\"title\":\"x\",\"parts\":[{\"title\":\"p\",\"rank\":null}]}|/parts/0/rank|required",
                "{\"title\":\"x\",\"parts\":[7]}|/parts/0|wrong-type",
                "{\"title\":\"x\",\"parts\":[{\"title\":\"p\",\"rank\":1,\"a/b~c\":1}]}|/parts/0/a~1b~0c|unknown-property",
                "{}|/title|required",
                "{\"title\":null}|/title|required",
                "{\"title\":\" \"}|/title|blank",
                "{\"title\":\"123456789012345678901\"}|/title|too-long"
            })
    void aFaultNamesItsPlaceAndItsKind(String json, String pointer, String code) {
        JsonNode fault = refused(json).path("errors").path(0);
        assertThat(fault.path("pointer").asText()).isEqualTo(pointer);
        assertThat(fault.path("code").asText()).isEqualTo(code);
        assertThat(fault.path("message").asText()).isNotBlank();
    }

    @Test
    void allFaultsAreListedAtOnce() {
        JsonNode problem = refused("""
                {"title":" ","count":"1","unknown":{"a":[1]},"colour":"BLUE","tags":["a",7,""],
                 "parts":[{"title":"far too long a title","rank":1},{"rank":0}]}
                """);
        assertThat(pointers(problem))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/count",
                        "/unknown",
                        "/colour",
                        "/tags/1",
                        "/tags/2",
                        "/parts/0/title",
                        "/parts/1/title",
                        "/parts/1/rank");
    }

    @Test
    void depthAndNumbersAreLimited() {
        refused("{\"title\":\"x\",\"tags\":" + "[".repeat(40) + "]".repeat(40) + "}");
        refused("{\"title\":\"x\",\"weight\":" + "9".repeat(1000) + "}");
        refused("{\"title\":\"x\",\"count\":" + "9".repeat(1000) + "}");
    }

    @Test
    void whatTheCallerSentIsEchoedWithAtMost64Characters() {
        String name = "n".repeat(200);
        assertThat(echo("{\"title\":\"x\",\"" + name + "\":1}").body()).doesNotContain("n".repeat(65));
        assertThat(echo("{\"title\":\"x\",\"colour\":\"" + name + "\"}").body()).doesNotContain("n".repeat(65));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\ud800", "\\udc00x", "\\u202e", "\\u2066", "\\u009f", "\u202e"})
    void textThatIsNoTextIsRefused(String text) {
        JsonNode problem = refused("{\"title\":\"a" + text + "b\"}");
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo("/title");
        assertThat(problem.path("errors").path(0).path("code").asText()).isEqualTo("invalid-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "c080", "eda080", "f8888080", "e282", "f4908080"})
    void bytesThatAreNoUtf8AreRefused(String hex) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write("{\"title\":\"a".getBytes(StandardCharsets.UTF_8));
        body.write(java.util.HexFormat.of().parseHex(hex));
        body.write("b\"}".getBytes(StandardCharsets.UTF_8));
        var response = new Door(base, Tokens.of("maya")).post("/things/echo", body.toByteArray());
        JsonNode problem = assertProblem(response, 400, "validation");
        assertThat(problem.path("errors").path(0).path("code").asText()).isEqualTo("malformed-utf8");
    }

    @Test
    void utf16IsNotGuessed() {
        var response = new Door(base, Tokens.of("maya"))
                .post("/things/echo", "{\"title\":\"x\"}".getBytes(StandardCharsets.UTF_16BE));
        assertProblem(response, 400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Brien-Núñez", "王小明", "أحمد", "van der Berg; Jr", "👩‍👩‍👧‍👦", "x", "${7*7}{{x}}<b>'--"})
    void namesOfTheWorldComeBackAsTheyWere(String title) {
        var response = echo("{\"title\":\"" + title + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"title\":\"" + title + "\"");
    }

    @Test
    void textIsComposed() {
        assertThat(echo("{\"title\":\"Nu\u0301n\u0303ez\"}").body()).contains("\"title\":\"Núñez\"");
    }

    @Test
    void lengthsCountCodePoints() {
        assertThat(echo("{\"title\":\"" + "😀".repeat(20) + "\"}").statusCode()).isEqualTo(200);
        refused("{\"title\":\"" + "😀".repeat(21) + "\"}");
    }

    @Test
    void aPatchTellsAbsentFromNull() {
        var door = new Door(base, Tokens.of("maya")).with("If-Match", "\"v3\"");
        String path = "/things/" + UUID.randomUUID();
        String media = "application/merge-patch+json";
        assertThat(door.send("PATCH", path, "{}", media).body())
                .isEqualTo("{\"title\":\"old\",\"count\":\"7\",\"tags\":\"[kept]\"}");
        assertThat(door.send("PATCH", path, "{\"title\":\"new\",\"count\":null,\"tags\":[]}", media)
                        .body())
                .isEqualTo("{\"title\":\"new\",\"count\":\"null\",\"tags\":\"[]\"}");
        var refused = door.send("PATCH", path, "{\"title\":null,\"count\":\"7\",\"tags\":[\"a\",\"\",\"c\"]}", media);
        assertThat(pointers(assertProblem(refused, 400, "validation")))
                .containsExactlyInAnyOrder("/count", "/title", "/tags", "/tags/1");
    }

    @Test
    void aPatchedDateHasAPlausibleYear() {
        var door = new Door(base, Tokens.of("maya")).with("If-Match", "\"v3\"");
        String path = "/things/" + UUID.randomUUID();
        String media = "application/merge-patch+json";
        assertThat(door.send("PATCH", path, "{\"day\":null}", media).statusCode())
                .isEqualTo(200);
        assertThat(door.send("PATCH", path, "{\"day\":\"2100-12-31\"}", media).statusCode())
                .isEqualTo(200);
        var refused = assertProblem(door.send("PATCH", path, "{\"day\":\"1999-12-31\"}", media), 400, "validation");
        assertThat(pointers(refused)).containsExactly("/day");
        assertThat(refused.path("errors").path(0).path("code").asText()).isEqualTo("out-of-range");
    }

    @Test
    void aPatchNeedsTheVersionThatWasSeen() {
        var door = new Door(base, Tokens.of("maya"));
        String path = "/things/" + UUID.randomUUID();
        String media = "application/merge-patch+json";
        assertProblem(door.send("PATCH", path, "{}", media), 428, "precondition-required");
        assertProblem(door.with("If-Match", "\"v2\"").send("PATCH", path, "{}", media), 412, "stale-version");
        assertProblem(door.with("If-Match", "v3").send("PATCH", path, "{}", media), 400, "validation");
    }
}
