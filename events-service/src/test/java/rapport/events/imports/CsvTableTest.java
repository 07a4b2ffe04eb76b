package rapport.events.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.problem.Invalid;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsFoundByTheHeader(String delimiter) {
        var table = read("email%sname\r\na@x.example%s\"Ana, Bea; Cleo\"\r\n".formatted(delimiter, delimiter));

        assertThat(table.rows().getFirst().get("name")).isEqualTo("Ana, Bea; Cleo");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(read("\uFEFFemail\na@x.example\n").rows().getFirst().get("email"))
                .isEqualTo("a@x.example");
    }

    @Test
    void windowsTextIsUnderstood() {
        var file = "email,name\na@x.example,Núñez\n".getBytes(Charset.forName("windows-1252"));

        assertThat(CsvTable.read(file, Set.of("email")).rows().getFirst().get("name"))
                .isEqualTo("Núñez");
    }

    @Test
    void aRaggedRowIsAFaultOfThatRowOnly() {
        var rows = read("email,name\na@x.example\nb@x.example,Bea\nc@x.example,Cleo,more\n")
                .rows();

        assertThat(rows).extracting(CsvTable.Row::fault).containsExactly("ragged-row", null, "ragged-row");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> read("email,Email \na@x.example,b@x.example\n"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aFileWithoutTheColumnThatIdentifiesIsRefused() {
        assertThatThrownBy(() -> read("name\nAna\n")).isInstanceOf(Invalid.class);
    }

    @Test
    void textComesBackNormalisedAndBlanksSayNothing() {
        var row = read("email,name,note\na@x.example,Jose\u0301 \u202Eevil,  \n")
                .rows()
                .getFirst();

        assertThat(row.get("name")).isEqualTo("José evil");
        assertThat(row.get("note")).isNull();
        assertThat(row.get("unknown")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-5", "@cmd", "'=1", "''+x"})
    void theApostropheOfOurExportsIsTakenBack(String original) {
        assertThat(CellText.unguarded("'" + original)).isEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Tis", "O'Brien", "'"})
    void otherApostrophesStay(String text) {
        assertThat(CellText.unguarded(text)).isEqualTo(text);
    }

    private static CsvTable read(String text) {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8), Set.of("email"));
    }
}
