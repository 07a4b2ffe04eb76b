package rapport.events.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

class TableFileTest {
    private static final Columns COLUMNS = Columns.withOneOf("email")
            .with("email", "e_mail")
            .with("name")
            .with("note")
            .with("tags");

    private final ImportLog log = new ImportLog();

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsFoundByTheHeader(String delimiter) {
        var rows = csv("email%sname\r\na@x.example%s\"Ana, Bea; Cleo\"\r\n".formatted(delimiter, delimiter));

        assertThat(rows.getFirst().get("name")).isEqualTo("Ana, Bea; Cleo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void theEncodingIsFoundWithoutBeingTold(String charset) {
        byte[] file = "email,name\r\na@x.example,Núñez\r\n".getBytes(Charset.forName(charset));

        assertThat(read(file, TableFormat.CSV).getFirst().get("name")).isEqualTo("Núñez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstColumn(String charset) {
        byte[] file = "\uFEFFemail,name\na@x.example,王小明\n".getBytes(Charset.forName(charset));

        var row = read(file, TableFormat.CSV).getFirst();

        assertThat(row.get("email")).isEqualTo("a@x.example");
        assertThat(row.get("name")).isEqualTo("王小明");
    }

    @Test
    void textThatIsCutWithinACharacterIsNotUtf8() {
        byte[] half = {'e', 'm', 'a', 'i', 'l', '\n', 'x', (byte) 0xC3};

        assertThat(FileText.charset(half)).isEqualTo(Charset.forName("windows-1252"));
        assertThat(FileText.charset("ñ".repeat(20_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aRaggedRowIsAFaultOfThatRowOnly() {
        var rows = csv("email,name\na@x.example\nb@x.example,Bea\nc@x.example,Cleo,more\nd@x.example,Dan,,\n");

        assertThat(rows).extracting(TableRow::isUsable).containsExactly(false, true, false, true);
        assertThat(rows.getFirst().faults()).extracting(Fault::code).containsExactly("ragged-row");
        assertThat(rows).extracting(TableRow::number).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void lineBreaksWithinQuotesStayAndBlankLinesSayNothing() {
        var rows = csv("email,note\r\n\r\na@x.example,\"one\ntwo\"\r\n,\r\nb@x.example,x\r\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("note")).isEqualTo("one\ntwo");
    }

    @Test
    void columnsAreKnownByOtherNamesAndUnknownOnesAreListed() {
        var rows = csv("E-Mail;Name ;Favourite colour;\na@x.example;Ana;blue;\n");

        assertThat(rows.getFirst().get("email")).isEqualTo("a@x.example");
        assertThat(rows.getFirst().get("name")).isEqualTo("Ana");
        assertThat(log.unknownColumns()).containsExactly("Favourite colour");
    }

    @Test
    void ofTwoColumnsThatMeanTheSameTheOneWithOurNameIsRead() {
        var row = csv("E-Mail,email\nold@x.example,new@x.example\n").getFirst();

        assertThat(row.get("email")).isEqualTo("new@x.example");
        assertThat(log.unknownColumns()).containsExactly("E-Mail");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> csv("email,Email \na@x.example,b@x.example\n")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "name\nAna\n"})
    void aFileWithoutTheColumnThatIdentifiesIsRefused(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void textComesBackNormalisedAndBlanksSayNothing() {
        var row = csv("email,name,note\na@x.example,Jose\u0301,  \n").getFirst();

        assertThat(row.get("name")).isEqualTo("José");
        assertThat(row.get("note")).isNull();
        assertThat(row.get("unknown")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien-Núñez", "王小明", "أحمد", "van der Berg; Jr", "👩🏽‍⚕️", "X"})
    void namesOfAllTheWorldComeBackAsTheyWere(String name) {
        assertThat(csv("email,name\na@x.example,\"" + name + "\"\n").getFirst().get("name"))
                .isEqualTo(name);
        assertThat(json("[{\"email\": \"a@x.example\", \"name\": \"" + name + "\"}]")
                        .getFirst()
                        .get("name"))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\u0007", "Ana\u202Egod", "Ana\u2066x"})
    void charactersThatHideOrTurnTextAreAFaultOfTheRow(String name) {
        var row = csv("email,name\na@x.example," + name + "\n").getFirst();

        assertThat(row.faults())
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("column:name", "invalid-text"));
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

    @Test
    void severalValuesAreSeparatedByBarsOrElseBySemicolons() {
        assertThat(CellText.split("a; b | c\\|d |")).containsExactly("a; b", "c|d");
        assertThat(CellText.split("a; b;;c")).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"email\": \"a@x.example\", \"tags\": [\"x\", \"y\"], \"n\": 1}]",
                "{\"exportedAt\": {\"day\": 1}, \"speakers\": [{\"email\": \"a@x.example\", \"tags\": [\"x\", \"y\"], \"n\": 1}]}"
            })
    void jsonRowsAreAListOrAListInAnObject(String text) {
        var row = json(text).getFirst();

        assertThat(row.get("email")).isEqualTo("a@x.example");
        assertThat(row.list("tags")).containsExactly("x", "y");
        assertThat(log.unknownColumns()).containsExactly("n");
    }

    @Test
    void jsonRowsMayStandOnLinesOfTheirOwn() {
        var rows = read(
                "{\"email\": \"a@x.example\"}\n{\"eMail\": \"b@x.example\", \"name\": null}\n"
                        .getBytes(StandardCharsets.UTF_8),
                TableFormat.NDJSON);

        assertThat(rows).extracting(row -> row.get("email")).containsExactly("a@x.example", "b@x.example");
    }

    @Test
    void aRowThatIsNoObjectIsAFaultOfThatRowOnly() {
        var rows = json("[17, {\"email\": \"a@x.example\"}]");

        assertThat(rows).extracting(TableRow::isUsable).containsExactly(false, true);
        assertThat(rows.getFirst().faults()).extracting(Fault::pointer).containsExactly("/0");
    }

    @Test
    void faultsOfJsonPointIntoTheDocument() {
        var row = json("[{\"email\": \"x\"}, {\"email\": \"a@x.example\"}]").getFirst();

        row.faults(List.of(new Fault("/email", "mail-address", "Must be an e-mail address.")));

        assertThat(row.faults()).extracting(Fault::pointer).containsExactly("/0/email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "17",
                "[",
                "[{\"email\": 1, \"email\": 2}]",
                "[] []",
                "{\"a\": {\"b\": [1]}}",
                "PK\u0003\u0004"
            })
    void whatIsNoListOfObjectsIsRefused(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void depthIsRefusedInsteadOfFollowed() {
        assertThatThrownBy(() -> json("[{\"email\": " + "[".repeat(100_000))).isInstanceOf(Invalid.class);
    }

    @Test
    void rowsComeAThousandAtATimeAndNotWithoutEnd() {
        var sizes = new ArrayList<Integer>();
        byte[] file = ("email\n" + "a@x.example\n".repeat(2_500)).getBytes(StandardCharsets.UTF_8);

        new TableFile(file, TableFormat.CSV).read(COLUMNS, log, rows -> sizes.add(rows.size()));

        assertThat(sizes).containsExactly(1_000, 1_000, 500);
        byte[] tooMany = ("email\n" + "a@x.example\n".repeat(TableFile.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(tooMany, TableFormat.CSV)).isInstanceOf(Invalid.class);
    }

    private List<TableRow> csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), TableFormat.CSV);
    }

    private List<TableRow> json(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), TableFormat.JSON);
    }

    private List<TableRow> read(byte[] file, TableFormat format) {
        var all = new ArrayList<TableRow>();
        new TableFile(file, format).read(COLUMNS, log, all::addAll);
        return all;
    }
}
