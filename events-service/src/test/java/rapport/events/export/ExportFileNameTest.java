package rapport.events.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFileNameTest {

    @Test
    void aNameOfAllTheWorldHasAPlainAndAFullForm() {
        assertThat(ExportFileName.disposition("speakers", "Kongreß für Ärzte 2026", Format.CSV))
                .isEqualTo("attachment; filename=\"speakers Kongre- fur Arzte 2026.csv\";"
                        + " filename*=UTF-8''speakers%20Kongre%C3%9F%20f%C3%BCr%20%C3%84rzte%202026.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "C:\\boot.ini",
                "a\"; filename=\"evil.exe",
                "line\r\nSet-Cookie: x=1",
                "\u202Egpj.exe",
                "...",
                " ",
                "100% sure; really, *all* of it"
            })
    void aHostileNameStaysAName(String event) {
        assertHarmless(ExportFileName.disposition("speakers", event, Format.XLSX), "xlsx");
    }

    @Property
    void noNameBreaksOutOfTheHeader(@ForAll String event) {
        assertHarmless(ExportFileName.disposition("attendees", event, Format.JSON), "json");
    }

    private static void assertHarmless(String header, String ending) {
        assertThat(header)
                .matches("attachment; filename=\"[A-Za-z0-9 ._()-]+\\." + ending
                        + "\"; filename\\*=UTF-8''(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+\\." + ending);
        String name = URLDecoder.decode(
                header.substring(header.indexOf("''") + 2).replace("+", "%2B"), StandardCharsets.UTF_8);
        assertThat(name)
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]")
                .doesNotStartWith(".");
    }
}
