package rapport.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Message(String name, Instant at) {}

    @Test
    void theCanonicalTextDoesNotDependOnTheOrderOfMembers() {
        var inner = new LinkedHashMap<String, Object>();
        inner.put("z", 1);
        inner.put("a", List.of(2, 1));
        var outer = new LinkedHashMap<String, Object>();
        outer.put("second", inner);
        outer.put("first", Instant.EPOCH);
        assertThat(Json.canonical(outer))
                .isEqualTo("{\"first\":\"1970-01-01T00:00:00Z\",\"second\":{\"a\":[2,1],\"z\":1}}");
    }

    @Test
    void messagesMayHaveMoreThanIsRead() throws Exception {
        var message = Json.lenient()
                .readValue("{\"name\":\"x\",\"at\":\"2026-11-20T09:00:00+01:00\",\"later\":true}", Message.class);
        assertThat(message).isEqualTo(new Message("x", Instant.parse("2026-11-20T08:00:00Z")));
    }

    @Test
    void textOfEveryScriptIsAccepted() {
        for (String text : List.of("O'Brien-Núñez", "王小明", "أحمد\u200f", "👩‍👩‍👧", "a\tb\r\nc", "x", "")) {
            assertThat(Text.objection(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (String text : List.of(
                "\u0000", "\u001b", "\u007f", "\u0085", "\ud800", "\udc00\ud800", "\u202e", "\u2067", "\uffff")) {
            assertThat(Text.objection(text)).isPresent();
        }
    }
}
