package rapport.events.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    @Property
    void whateverTextComesBackAsItWas(@ForAll @Size(min = 1, max = 5) List<@net.jqwik.api.From("texts") String> texts) {
        String row = texts.stream().map(CopyTextTest::escaped).collect(Collectors.joining("\t")) + "\n";

        assertThat(CopyText.cells(row.getBytes(UTF_8), texts.size())).containsExactlyElementsOf(texts);
    }

    @Test
    void aNullIsNoText() {
        assertThat(CopyText.cells("\\N\t\t\\\\N\n".getBytes(UTF_8), 3)).containsExactly(null, "", "\\N");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "👩🏽‍⚕️", "\\", "\\N", "\t", "\n", "\r", "\b", "\f", "\u000B", "\"", "'", ",")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    /** As Postgres documents COPY TO in text format. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\b", "\\b")
                .replace("\f", "\\f")
                .replace("\u000B", "\\v");
    }
}
