package rapport.contacts.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.kit.problem.Invalid;

/** What is read from the files that phones and programs write. */
class FilesTest {

    static byte[] file(String name) {
        try (var in = FilesTest.class.getResourceAsStream("/rapport/contacts/addressbook/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> cards(String name, String region) {
        return VCardFile.read(file(name), region);
    }

    @Example
    void anAndroidCardIsReadWithItsQuotedPrintableAndWithoutItsPhoto() {
        List<Row> rows = cards("android-2.1.vcf", "AT");

        Entry lukasz = rows.get(0).entry();
        assertThat(lukasz.name()).isEqualTo("Łukasz Müller");
        assertThat(lukasz.fields())
                .containsEntry(Field.FAMILY_NAME, "Müller")
                .containsEntry(Field.AFFILIATION, "Medizinische Universität Wien, Abteilung für Innere Medizin");
        assertThat(lukasz.list(Several.PHONES)).containsOnlyKeys("+436641234567", "+431404000");
        assertThat(lukasz.list(Several.EMAILS)).containsEntry("lukasz.mueller@clinic.example", "home");
        assertThat(lukasz.notes().iterator().next()).contains("cello").contains("night train");
        assertThat(lukasz.remarks()).containsExactly("media-skipped");
        assertThat(rows.get(1).entry().name()).isEqualTo("Mensa");
    }

    @Example
    void anAppleCardIsReadWithTheLabelsOfItsGroups() {
        Entry ines = cards("ios-3.0.vcf", null).getFirst().entry();

        assertThat(ines.name()).isEqualTo("Dr. Inés López");
        assertThat(ines.list(Several.EMAILS)).containsEntry("ines.lopez@hospital.example", "work");
        assertThat(ines.list(Several.PHONES)).containsEntry("+34932275400", "station b");
        assertThat(ines.list(Several.LINKS))
                .containsEntry("linkedin", "https://www.linkedin.com/in/ines-lopez")
                .containsEntry("x", "https://twitter.com/ineslopez");
        assertThat(ines.tags()).containsExactly("sepsis", "registry");
        assertThat(ines.uid()).isEqualTo("7D1F6C1E-3B0B-4E5B-9C55-0A2C3F5A1B7C");
        assertThat(ines.revision()).isEqualTo(Instant.parse("2026-01-15T10:00:00Z"));
        assertThat(ines.notes()).containsExactly("asked about the registry, twice\nand about Bach");
    }

    @Example
    void aGoogleCardIsReadBehindItsByteOrderMark() {
        List<Row> rows = cards("google-4.0.vcf", null);

        Entry xiaoming = rows.get(0).entry();
        assertThat(xiaoming.name()).isEqualTo("王小明");
        assertThat(xiaoming.list(Several.PHONES)).containsOnlyKeys("+861065156114");
        assertThat(xiaoming.list(Several.LANGUAGES)).containsOnlyKeys("zh-CN");
        assertThat(xiaoming.fields())
                .containsEntry(Field.ORCID, "0000-0002-1825-0097")
                .containsEntry(Field.ZONE, "Asia/Shanghai");
        assertThat(rows.get(1).entry().name()).isEqualTo("أحمد منصور");
    }

    @Example
    void anOutlookCardIsReadInWindowsLetters() {
        Entry juergen = cards("outlook-latin1.vcf", "DE").getFirst().entry();

        assertThat(juergen.name()).isEqualTo("Jürgen Großmann");
        assertThat(juergen.list(Several.PHONES)).containsOnlyKeys("+4943150012345");
        assertThat(juergen.list(Several.ROLES)).containsOnlyKeys("Oberarzt");
    }

    @Example
    void aBrokenCardSpoilsNoOther() {
        List<Row> rows = cards("broken.vcf", null);

        assertThat(rows).extracting(Row::fault).containsExactly(null, "no-name", "card-not-closed", null, null, null);
        assertThat(rows.get(0).entry().list(Several.EMAILS)).containsOnlyKeys("only.address@clinic.example");
        assertThat(rows.get(3).entry().remarks()).containsExactlyInAnyOrder("email-not-usable", "link-not-usable");
    }

    @Example
    void linkedInsConnectionsAreReadBehindTheirPreamble() {
        List<Row> rows = CsvFile.read(file("linkedin.csv"), null);

        assertThat(rows).extracting(Row::fault).containsExactly(null, null, "no-name");
        Entry ines = rows.get(0).entry();
        assertThat(ines.name()).isEqualTo("Inés López, MD");
        assertThat(ines.list(Several.LINKS)).containsOnlyKeys("linkedin");
        assertThat(ines.connectedOn()).isEqualTo(Instant.parse("2024-01-12T00:00:00Z"));
        assertThat(rows.get(1).entry().connectedOn()).isEqualTo(Instant.parse("2025-09-03T00:00:00Z"));
    }

    @Example
    void googlesColumnsAreRead() {
        Entry maya = CsvFile.read(file("google.csv"), null).getFirst().entry();

        assertThat(maya.name()).isEqualTo("Maya Okafor");
        assertThat(maya.list(Several.EMAILS))
                .containsEntry("maya@students.example", "work")
                .containsEntry("okafor@home.example", "work");
        assertThat(maya.list(Several.PHONES)).containsEntry("+436641234567", "mobile");
        assertThat(maya.tags()).containsExactly("mentor");
        assertThat(maya.notes()).containsExactly("met in \"Hall B\"\nasked twice");
        assertThat(maya.list(Several.LINKS)).containsOnlyKeys("website");
    }

    @Example
    void outlooksColumnsAreReadWithSemicolonsInWindowsLetters() {
        List<Row> rows = CsvFile.read(file("outlook.csv"), "DE");

        Entry juergen = rows.get(0).entry();
        assertThat(juergen.name()).isEqualTo("Jürgen Großmann");
        assertThat(juergen.list(Several.PHONES)).containsEntry("+4943150012345", "business");
        assertThat(juergen.list(Several.LINKS)).containsEntry("linkedin", "https://www.linkedin.com/in/jgrossmann");
        assertThat(rows.get(1).fault()).isEqualTo("ragged-row");
    }

    @Example
    void whatIsNoAddressBookIsRefused() {
        byte[] poem = "roses are red\nviolets are blue\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> VCardFile.read(poem, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> CsvFile.read(poem, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> CsvFile.read(new byte[0], null)).isInstanceOf(Invalid.class);
    }

    @Property(tries = 200)
    void noFileMakesTheReadersFail(@ForAll @StringLength(max = 200) String noise) {
        byte[] card = ("BEGIN:VCARD\nVERSION:3.0\nFN:A B\n" + noise + "\nEND:VCARD\n").getBytes(StandardCharsets.UTF_8);
        byte[] table = ("First Name,Last Name\n" + noise).getBytes(StandardCharsets.UTF_8);

        assertThat(VCardFile.read(card, null)).isNotEmpty();
        try {
            assertThat(CsvFile.read(table, null)).isNotNull();
        } catch (Invalid unreadable) {
            assertThat(unreadable.faults()).isNotEmpty();
        }
    }
}
