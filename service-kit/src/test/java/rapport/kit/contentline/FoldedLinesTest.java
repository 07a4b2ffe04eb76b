package rapport.kit.contentline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldedLinesTest {

    @Property
    void everyLineIsShortWholeAndCanBeUnfolded(@ForAll("lines") String line) throws IOException {
        var out = new ByteArrayOutputStream();

        new FoldedLines(out).write((line + "\r\n").getBytes(UTF_8));

        String folded = out.toString(UTF_8);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        for (String part : folded.split("\r\n")) {
            assertThat(part.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(part.getBytes(UTF_8)))
                            .toString())
                    .isEqualTo(part);
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("a", "é", "王", "👩🏽‍⚕️", "𝒳")
                .list()
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }
}
