package rapport.followup.ownerdigest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z", // the clock skips it
        "Europe/Berlin,       02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z", // the clock shows it twice: the first
        "Europe/Berlin,       02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z", // and not the second
        "Australia/Lord_Howe, 02:15, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z",
        "Pacific/Kiritimati,  07:30, 2026-11-25T17:00:00Z, 2026-11-25T17:30:00Z",
        "Pacific/Pago_Pago,   07:30, 2026-11-25T18:30:00Z, 2026-11-26T18:30:00Z",
    })
    void theNextWindowOpensOnTheOwnersWall(String zone, LocalTime at, Instant now, Instant next) {
        assertThat(daily(at, ZoneId.of(zone)).nextAfter(now)).isEqualTo(next);
    }

    @Property(tries = 200)
    void everyDayHasOneWindowHoweverOftenSomebodyLooks(
            @ForAll("zones") ZoneId zone, @ForAll("times") LocalTime at, @ForAll("starts") Instant start) {
        var rhythm = daily(at, zone);
        Instant end = start.plus(Duration.ofDays(40));
        Set<LocalDate> told = new HashSet<>();
        Instant next = rhythm.nextAfter(start);
        for (Instant now = start; now.isBefore(end); now = now.plus(Duration.ofMinutes(37))) {
            if (!next.isAfter(now)) {
                assertThat(told.add(rhythm.window(now)))
                        .as("%s told twice", now)
                        .isTrue();
                next = rhythm.nextAfter(now);
            }
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(start, zone), LocalDate.ofInstant(end, zone));
        assertThat(told.size()).isBetween((int) days - 1, (int) days + 1);
    }

    @Property(tries = 200)
    void everyWeekHasOneWindow(
            @ForAll("zones") ZoneId zone, @ForAll DayOfWeek weekday, @ForAll("starts") Instant start) {
        var rhythm = new Rhythm(Frequency.WEEKLY, weekday, LocalTime.of(7, 30), zone);
        Set<LocalDate> told = new HashSet<>();
        Instant at = start;
        for (int week = 0; week < 60; week++) {
            at = rhythm.nextAfter(at);
            assertThat(LocalDate.ofInstant(at, zone).getDayOfWeek()).isEqualTo(weekday);
            assertThat(told.add(rhythm.window(at))).isTrue();
        }
    }

    private static Rhythm daily(LocalTime at, ZoneId zone) {
        return new Rhythm(Frequency.DAILY, DayOfWeek.MONDAY, at, zone);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Africa/Casablanca",
                        "Pacific/Kiritimati",
                        "Pacific/Pago_Pago",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 22 * 60).map(minute -> LocalTime.of(minute / 60, minute % 60));
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2025-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2028-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }
}
