package rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.kit.problem.Invalid;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30:00, Europe/Berlin,       2026-03-29T01:00:00Z",
        "2026-10-25T02:30:00, Europe/Berlin,       2026-10-25T00:30:00Z",
        "2026-03-08T02:30:00, America/New_York,    2026-03-08T07:00:00Z",
        "2026-10-04T02:15:00, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "2028-02-29T09:00:00, Pacific/Kiritimati,  2028-02-28T19:00:00Z",
        "2026-12-31T23:00:00, Pacific/Pago_Pago,   2027-01-01T10:00:00Z"
    })
    void theInstantFollowsFromTheWallTime(LocalDateTime start, String zone, Instant instant) {
        var period = new Period(start, start.plusHours(3), ZoneId.of(zone));

        assertThat(period.startInstant()).isEqualTo(instant);
    }

    @Test
    void anotherZoneKeepsTheWallTime() {
        var period = new Period(at("2026-11-20T09:00:00"), at("2026-11-20T10:00:00"), BERLIN);

        var moved = period.inZone(ZoneId.of("Europe/Lisbon"));

        assertThat(moved.startsAt()).isEqualTo(period.startsAt());
        assertThat(moved.startInstant()).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void theEndIsAfterTheStart() {
        assertThatThrownBy(() -> new Period(at("2026-11-20T09:00:00"), at("2026-11-20T09:00:00"), BERLIN))
                .isInstanceOf(PeriodRefused.class);
    }

    @Test
    void anHourThatTheClockSkipsIsNoPeriod() {
        assertThatThrownBy(() -> new Period(at("2026-03-29T02:10:00"), at("2026-03-29T02:50:00"), BERLIN))
                .isInstanceOf(PeriodRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"1999-12-31T23:00:00", "2101-01-01T00:00:00"})
    void yearsOutsideOfTheCenturyAreRefused(LocalDateTime start) {
        assertThatThrownBy(() -> new Period(start, start.plusHours(1), BERLIN)).isInstanceOf(Invalid.class);
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
