package rapport.events.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.problem.Invalid;

class ScheduleXmlTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aRealProgrammeIsReadWhole() {
        var programme = ScheduleXml.read(getClass().getResourceAsStream("/38c3-schedule.xml"), BERLIN);

        assertThat(programme.talks()).hasSize(1007).allMatch(talk -> talk.fault() == null);
        assertThat(programme.people()).hasSize(571).containsEntry("4cee1e72-681f-5c8b-8dcd-8e58c8f4a445", "Senficon");
        assertThat(programme.talks())
                .filteredOn(talk -> talk.people().size() > 1)
                .hasSize(121);
        assertThat(programme.talks())
                .filteredOn(talk -> talk.people().isEmpty())
                .hasSize(118);
        assertThat(programme.talks())
                .filteredOn(talk -> talk.title().startsWith("38C3: Opening"))
                .singleElement()
                .satisfies(talk -> {
                    assertThat(talk.startsAt()).isEqualTo("2024-12-27T10:30:00");
                    assertThat(talk.endsAt()).isEqualTo("2024-12-27T11:00:00");
                    assertThat(talk.room()).isEqualTo("Saal 1");
                });
    }

    @Test
    void sessionsPastMidnightKeepTheirRealDate() {
        var talks = ScheduleXml.read(getClass().getResourceAsStream("/38c3-schedule.xml"), BERLIN)
                .talks();

        assertThat(talks)
                .filteredOn(talk -> talk.startsAt().getHour() < 6)
                .hasSizeGreaterThan(50)
                .anyMatch(talk -> talk.startsAt().toLocalDate().equals(LocalDate.of(2024, 12, 28)));
    }

    @Test
    void withoutADateTheNightBelongsToTheDayBefore() {
        var talk = read(event("<start>00:30</start><duration>01:00</duration><title>Night</title>"))
                .talks()
                .getFirst();

        assertThat(talk.startsAt()).isEqualTo("2026-11-21T00:30:00");
    }

    @Test
    void theIdIsTheKeyWhenThereIsNoGuid() {
        var programme = read(event("<start>09:00</start><duration>01:00</duration><title>A</title>"
                + "<persons><person id=\"7\">Ana</person><person id=\"7\">Ana</person></persons>"));

        assertThat(programme.talks().getFirst().key()).isEqualTo("1");
        assertThat(programme.talks().getFirst().people()).containsExactly("7");
        assertThat(programme.people()).containsEntry("7", "Ana");
    }

    @Test
    void whatIsMissingIsAFaultOfThatSessionOnly() {
        var programme = read("<schedule><day date=\"2026-11-20\"><room name=\"A\">"
                + "<event id=\"1\"><start>09:00</start><duration>01:00</duration></event>"
                + "<event id=\"2\"><start>soon</start><duration>01:00</duration><title>B</title></event>"
                + "<event><start>09:00</start><duration>01:00</duration><title>C</title></event>"
                + "<event id=\"4\"><start>09:00</start><duration>01:00</duration><title>D</title></event>"
                + "</room></day></schedule>");

        assertThat(programme.talks())
                .extracting(Programme.Talk::fault)
                .containsExactly("no-title", "no-time", "no-key", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<schedule>",
                "{}",
                "<html/>",
                "<!DOCTYPE schedule [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><schedule>&x;</schedule>",
                "<!DOCTYPE schedule [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><schedule>&b;</schedule>"
            })
    void whatIsNoScheduleIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Invalid.class);
    }

    private static String event(String content) {
        return "<schedule><day date=\"2026-11-20\"><room name=\"Saal\"><event id=\"1\">" + content
                + "</event></room></day></schedule>";
    }

    private static Programme read(String text) {
        return ScheduleXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), BERLIN);
    }
}
