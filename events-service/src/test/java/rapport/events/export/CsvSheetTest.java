package rapport.events.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rapport.events.imports.CellText;

class CsvSheetTest {
    private static final Shape COMMA = new Shape(Format.CSV, Shape.Delimiter.COMMA, false);

    @Property
    void noCellRunsAndEveryCellCanBeTakenBack(@ForAll @Size(min = 1, max = 4) List<@From("texts") String> texts)
            throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new CsvSheet(out, COMMA, texts.stream().map(text -> "key").toList());

        sheet.row((texts.stream()
                                .map(CsvSheetTest::quoted)
                                .reduce((a, b) -> a + "," + b)
                                .orElseThrow() + "\n")
                .getBytes(UTF_8));

        List<String> cells = CsvReader.builder().ofCsvRecord(out.toString(UTF_8)).stream()
                .toList()
                .get(1)
                .getFields();
        assertThat(cells).allMatch(cell -> cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0);
        assertThat(cells.stream().map(CellText::unguarded)).containsExactlyElementsOf(texts);
        assertThat(sheet.guardedCells())
                .isEqualTo(texts.stream().filter(Formula::isDangerous).count());
    }

    @Test
    void aMinusInAValueOfOursStays() throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new CsvSheet(out, COMMA, List.of("a", "b"));

        sheet.row("-1,\"-1\"\n".getBytes(UTF_8));

        assertThat(out.toString(UTF_8)).isEqualTo("a,b\r\n-1,\"'-1\"\r\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "=", "+", "-", "@", "\t", "\n", "\r", "\"", "'", ",", ";", "👩🏽‍⚕️")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
