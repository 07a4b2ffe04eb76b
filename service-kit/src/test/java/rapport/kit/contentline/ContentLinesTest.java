package rapport.kit.contentline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

    @Property
    void everyLineIsShortEnoughAndWholeInUtf8(@ForAll String text) {
        String calendar = new ContentLines().text("SUMMARY", text + "x").toString();

        for (String line : calendar.split("\r\n")) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            if (isWellFormed(text)) {
                assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
            }
        }
    }

    @Property
    void noTextBecomesAPropertyOfItsOwn(@ForAll String text) {
        String calendar = new ContentLines()
                .text("SUMMARY", text + "\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT\rBEGIN:VALARM" + text)
                .toString();

        assertThat(calendar.replace("\r\n ", "").split("\r\n")).singleElement().satisfies(line -> assertThat(line)
                .startsWith("SUMMARY:"));
    }

    @Test
    void textsAreEscapedAndBlankOnesLeftOut() {
        String calendar = new ContentLines()
                .text("SUMMARY", "a;b,c\\d\ne\u0000\u0007")
                .text("LOCATION", " ")
                .text("DESCRIPTION", null)
                .toString();

        assertThat(calendar).isEqualTo("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n");
    }

    @Test
    void aFoldNeverSplitsACharacter() {
        String calendar =
                new ContentLines().text("SUMMARY", "👩🏽‍⚕️".repeat(20)).toString();

        assertThat(calendar.replace("\r\n ", "")).isEqualTo("SUMMARY:" + "👩🏽‍⚕️".repeat(20) + "\r\n");
    }

    @Test
    void localTimesNameTheirZoneAndUtcNamesNone() {
        Instant instant = Instant.parse("2026-11-20T09:30:00Z");

        assertThat(new ContentLines()
                        .local("DTSTART", instant, ZoneId.of("Europe/Vienna"))
                        .local("DTEND", instant, ZoneId.of("Etc/UTC"))
                        .toString())
                .isEqualTo("DTSTART;TZID=Europe/Vienna:20261120T103000\r\nDTEND:20261120T093000Z\r\n");
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
