package rapport.events.webinar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25T00:10:00Z | 2026-10-25T00:10 | Z",
                "2026-10-25T02:10:00.123+02:00 | 2026-10-25T02:10 | +02:00",
                "2026-10-25 02:10:07 | 2026-10-25T02:10:07 |",
                "10/25/2026 02:10:00 AM | 2026-10-25T02:10 |",
                "10/25/2026 12:10:00 AM | 2026-10-25T00:10 |",
                "10/25/2026 12:10:00 PM | 2026-10-25T12:10 |",
                "10/25/26, 2:10:00 PM | 2026-10-25T14:10 |",
                "25.10.26, 02:10:00 | 2026-10-25T02:10 |",
                "25.10.2026 um 02:10 Uhr | 2026-10-25T02:10 |",
                "25/10/2026 à 02:10:00 | 2026-10-25T02:10 |",
                "Oct 25, 2026 02:10 AM PDT | 2026-10-25T02:10 | -07:00",
                "Oct 25, 2026 02:10 AM CEST | 2026-10-25T02:10 | +02:00",
                "Oct 25, 2026 02:10 AM IST | 2026-10-25T02:10 |",
                "25 octubre 2026 2:10 p. m. | 2026-10-25T14:10 |",
                "25 de octubre de 2026 14:10 | 2026-10-25T14:10 |",
                "25. Oktober 2026, 14:10 | 2026-10-25T14:10 |",
                "25 févr. 2026 14:10 | 2026-02-25T14:10 |",
                "2026-10-25 14:10 (GMT+2:00) | 2026-10-25T14:10 | +02:00"
            })
    void timesAreReadAsTheyAreWritten(String text, String local, String offset) {
        WrittenTime time = WrittenTime.read(text).orElseThrow();
        var date = time.date().monthFirst() == null
                ? time.date().dayFirst()
                : time.date().monthFirst();

        assertThat(date.atTime(time.time())).hasToString(local);
        assertThat(time.offset() == null ? null : time.offset().toString()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "02:10",
                "2026-10-25",
                "2026-02-30 10:00",
                "10/25/2026 25:00",
                "10/25/2026 13:00 PM",
                "1970-01-01 00:00",
                "2026-10-25 10:00 =1+1",
                "31/31/2026 10:00"
            })
    void whatIsNoTimeIsNotTakenForOne(String text) {
        assertThat(WrittenTime.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42 | 2520",
                "1,5 | 90",
                "00:58:12 | 3492",
                "1h 2m 3s | 3723",
                "40m 2s | 2402",
                "1 hour 3 minutes | 3780",
                "1 Std. 20 Min. 0 Sek. | 4800",
                "15 Min. | 900",
                "1 h 2 min 3 s | 3723",
                "2 horas y 5 minutos | 7500",
                "190 minutes | 11400",
                "3s | 3"
            })
    void lengthsAreReadAsTheyAreWritten(String text, int seconds) {
        assertThat(WrittenDuration.seconds(text, 60)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "long", "1h and more", "-5", "99999", "1h 2x"})
    void whatIsNoLengthIsNotTakenForOne(String text) {
        assertThat(WrittenDuration.seconds(text, 60)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maya Okafor | maya okafor",
                "Okafor, Maya | maya okafor",
                "Prof. Dr. med. Núñez-Pérez | nunez-perez",
                "Dr. Ben ADEYEMI | ben adeyemi",
                "  O’Brien   Síle | o'brien sile",
                "王小明 | 王小明",
                "Drew Medina | drew medina",
                "Jürgen Groß | jurgen gross"
            })
    void namesAreComparedWithoutWhatPeopleWriteDifferently(String name, String normal) {
        assertThat(PersonName.normal(name)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maya (Maya Okafor) | Maya | Maya Okafor",
                "Maya Okafor (Guest) | Maya Okafor |",
                "Maya Okafor (she/her) | Maya Okafor |",
                "MO (Maya Okafor) (Guest) | MO | Maya Okafor",
                "Maya Okafor | Maya Okafor |"
            })
    void parenthesesHoldTheNameBeforeOrARemark(String written, String name, String other) {
        assertThat(PersonName.written(written)).containsExactly(name, other);
    }
}
