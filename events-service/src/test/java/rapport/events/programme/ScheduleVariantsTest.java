package rapport.events.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.problem.Invalid;

/** What schedule files of the last twenty years look like, in both formats. */
class ScheduleVariantsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:30:00+01:00, 2026-11-20T09:30:00",
        "2026-11-20T09:30:00+0100, 2026-11-20T09:30:00",
        "2026-11-20T08:30:00Z, 2026-11-20T09:30:00",
        "2026-11-20T03:30:00-05:00, 2026-11-20T09:30:00",
        "2026-11-20T09:30:00, 2026-11-20T09:30:00",
        "2026-11-20 09:30:00, 2026-11-20T09:30:00",
        "2026-11-20T09:30:00.000+01:00, 2026-11-20T09:30:00",
        "2026-11-20T09:30+01:00, 2026-11-20T09:30:00"
    })
    void aDateIsUnderstoodWithAnyOffsetOrWithout(String date, String wall) {
        assertThat(only(event("<date>" + date + "</date><duration>00:30</duration>"))
                        .startsAt())
                .isEqualTo(wall);
    }

    @ParameterizedTest
    @CsvSource({
        "9:00, 2026-11-20T09:00",
        "09:00:30, 2026-11-20T09:00:30",
        "00:30, 2026-11-21T00:30",
        "05:59, 2026-11-21T05:59",
        "06:00, 2026-11-20T06:00",
        "25:30, 2026-11-21T01:30"
    })
    void aStartWithoutDateBelongsToTheConferenceDay(String start, String wall) {
        assertThat(only(event("<start>" + start + "</start><duration>01:00</duration>"))
                        .startsAt())
                .isEqualTo(wall);
    }

    @Test
    void theFileSaysWhenItsDaysEnd() {
        var talks = xml("<schedule><conference><day_change>04:00:00</day_change></conference><day date=\"2026-11-20\">"
                        + "<room name=\"A\"><event id=\"1\"><start>05:00</start><duration>01:00</duration><title>Early</title></event>"
                        + "<event id=\"2\"><start>03:30</start><duration>01:00</duration><title>Late</title></event></room></day></schedule>")
                .talks();

        assertThat(talks)
                .extracting(talk -> talk.startsAt().toString())
                .containsExactly("2026-11-20T05:00", "2026-11-21T03:30");
    }

    @ParameterizedTest
    @CsvSource({"00:40, 40", "1:05, 65", "26:00, 1560", "1:02:30, 1590", "100:00, 6000"})
    void aDurationIsHoursAndMinutesWithDaysInFront(String text, int minutes) {
        assertThat(TalkTimes.duration(text)).hasMinutes(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40", "1:2:3:4", "ab:cd", "-1:00", "00:5"})
    void otherDurationsAreAFaultOfTheSession(String text) {
        assertThat(only(event("<start>09:00</start><duration>" + text + "</duration>"))
                        .fault())
                .isEqualTo("no-time");
    }

    @Test
    void theZoneOfTheFileCountsForTimesWithoutOneAndTheEventsZoneElse() {
        String talk =
                "<day date=\"2026-11-20\"><room name=\"A\"><event id=\"1\"><start>09:00</start><duration>01:00</duration>"
                        + "<title>T</title></event></room></day>";

        assertThat(xml("<schedule><conference><time_zone_name>Europe/London</time_zone_name></conference>" + talk
                                + "</schedule>")
                        .talks()
                        .getFirst()
                        .startsAt())
                .isEqualTo("2026-11-20T10:00");
        assertThat(xml("<schedule><conference><time_zone_name>CEST</time_zone_name></conference>" + talk
                                + "</schedule>")
                        .talks()
                        .getFirst()
                        .startsAt())
                .isEqualTo("2026-11-20T09:00");
    }

    @Test
    void inJsonTheZoneMayStandAfterTheSessionsThatNeedIt() {
        var talk = json("""
                {"schedule": {"conference": {"days": [{"rooms": {"A": [{"id": 1, "start": "09:00", "duration": "01:00",
                "title": "T"}]}, "date": "2026-11-20"}], "time_zone_name": "Europe/London"}}}""").talks().getFirst();

        assertThat(talk.startsAt()).isEqualTo("2026-11-20T10:00");
        assertThat(talk.room()).isEqualTo("A");
    }

    @Test
    void aNightInWhichClocksChangeIsAsLongAsItTakes() {
        var talk = only(event("<date>2026-10-25T01:00:00+02:00</date><duration>03:00</duration>"));

        assertThat(talk.endsAt()).isEqualTo("2026-10-25T03:00:00");
    }

    @Test
    void peopleAreKnownByGuidElseIdElseCodeElseName() {
        var programme = xml(
                event(
                        "<start>09:00</start><duration>01:00</duration><persons><person id=\"7\" guid=\"g\">Ana</person>"
                                + "<person id=\"8\">Bea</person><person code=\"ABC\">Cleo</person><person>Dan</person><person/></persons>"));

        assertThat(programme.people())
                .containsExactly(entry("g", "Ana"), entry("8", "Bea"), entry("ABC", "Cleo"), entry("Dan", "Dan"));
        assertThat(programme.talks().getFirst().people()).containsExactly("g", "8", "ABC", "Dan");
    }

    @Test
    void peopleOfJsonHaveTheNameThatIsPublic() {
        var programme = json("""
                {"schedule": {"conference": {"days": [{"date": "2026-11-20", "rooms": {"A": [{"guid": "e", "start": "09:00",
                "duration": "01:00", "title": {"de": "Herz", "en": "Heart"}, "track": {"name": "Rhythm"}, "persons": [
                {"id": 7, "name": "Ana Lima", "public_name": "Ana", "biography": "Writes.", "answers": []},
                {"code": "ABC", "name": "Bea"}, "Cleo"]}]}}]}}}""");

        assertThat(programme.people()).containsExactly(entry("7", "Ana"), entry("ABC", "Bea"), entry("Cleo", "Cleo"));
        assertThat(programme.bios()).containsExactly(entry("7", "Writes."));
        assertThat(programme.talks().getFirst().title()).isEqualTo("Heart");
        assertThat(programme.talks().getFirst().track()).isEqualTo("Rhythm");
    }

    @Test
    void whatTheFormatSaysBesidesIsKept() {
        var talk =
                only(event("<start>09:00</start><duration>01:00</duration><slug>s</slug><url>https://x.example/1</url>"
                        + "<recording><license>CC-BY</license><optout>true</optout></recording><subtitle>Sub</subtitle>"
                        + "<abstract>Short.</abstract><description>Long.</description><logo>/relative.png</logo>"
                        + "<links><link href=\"https://x.example/paper\">Paper</link><link href=\"javascript:alert(1)\">Evil</link></links>"
                        + "<attachments><attachment href=\"https://x.example/slides.pdf\">Slides</attachment></attachments>"
                        + "<feedback_url>https://x.example/feedback</feedback_url>"));

        assertThat(talk.abstractText()).isEqualTo("Short.\n\nLong.");
        assertThat(talk.resources()).containsExactly("https://x.example/paper", "https://x.example/slides.pdf");
        assertThat(talk.said().slug()).isEqualTo("s");
        assertThat(talk.said().license()).isEqualTo("CC-BY");
        assertThat(talk.said().optout()).isTrue();
        assertThat(talk.said().subtitle()).isEqualTo("Sub");
        assertThat(talk.said().logo()).isNull();
        assertThat(talk.said().feedbackUrl()).isEqualTo("https://x.example/feedback");
        assertThat(talk.said().titles()).containsEntry("https://x.example/paper", "Paper");
        assertThat(talk.said().attachments()).containsExactly("https://x.example/slides.pdf");
        assertThat(Said.of(talk.said().json())).isEqualTo(talk.said());
    }

    @Test
    void emptyRoomsAndDaysAreNoFault() {
        assertThat(xml("<schedule><day date=\"2026-11-20\"><room name=\"A\"/></day><day/></schedule>")
                        .talks())
                .isEmpty();
        assertThat(json("{\"schedule\": {\"conference\": {\"days\": [{\"rooms\": {\"A\": []}}, {}]}}}")
                        .talks())
                .isEmpty();
    }

    @Test
    void theDeclaredEncodingCounts() {
        byte[] file =
                "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><schedule><day date=\"2026-11-20\"><room name=\"A\"><event id=\"1\"><start>09:00</start><duration>01:00</duration><title>Núñez</title></event></room></day></schedule>"
                        .getBytes(Charset.forName("iso-8859-1"));

        assertThat(ScheduleXml.read(new ByteArrayInputStream(file), BERLIN)
                        .talks()
                        .getFirst()
                        .title())
                .isEqualTo("Núñez");
    }

    @Test
    void whatMakesReadersSlowOrLargeIsRefused() throws IOException {
        String laughs =
                "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><schedule><title>&b;</title></schedule>";
        String deep = "<schedule>" + "<a>".repeat(100_000);
        String remote = "<!DOCTYPE schedule SYSTEM \"http://127.0.0.1:1/x.dtd\"><schedule/>";
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write("<schedule/>".getBytes(StandardCharsets.UTF_8));
        }

        for (String text : new String[] {laughs, deep, remote}) {
            assertThatThrownBy(() -> xml(text)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> ScheduleXml.read(new ByteArrayInputStream(zipped.toByteArray()), BERLIN))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> json("{\"schedule\": {\"x\": " + "[".repeat(100_000)))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "17",
                "null",
                "{\"schedule\": 1}",
                "{\"schedule\": {}} {}",
                "{\"schedule\": {\"a\": 1, \"a\": 2}}",
                "<schedule/>"
            })
    void whatIsNoScheduleJsonIsRefused(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(Invalid.class);
    }

    private static java.util.Map.Entry<String, String> entry(String key, String value) {
        return java.util.Map.entry(key, value);
    }

    private static Programme.Talk only(String text) {
        return xml(text).talks().getFirst();
    }

    private static String event(String content) {
        return "<schedule><day date=\"2026-11-20\"><room name=\"Saal\"><event id=\"1\"><title>T</title>" + content
                + "</event></room></day></schedule>";
    }

    private static Programme xml(String text) {
        return ScheduleXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), BERLIN);
    }

    private static Programme json(String text) {
        return ScheduleJson.read(text.getBytes(StandardCharsets.UTF_8), BERLIN);
    }
}
