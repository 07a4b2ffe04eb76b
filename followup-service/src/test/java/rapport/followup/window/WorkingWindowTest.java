package rapport.followup.window;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WorkingWindowTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void fridayEveningWaitsForMondayMorning() {
        var window = new WorkingWindow(WEEKDAYS, Hours.of("08:00", "18:00"), BERLIN);

        assertThat(window.nextOpen(Instant.parse("2026-11-20T17:00:00Z"))).isEqualTo("2026-11-23T07:00:00Z");
    }

    @Test
    void theEndOfTheWindowIsAlreadyOutside() {
        var window = new WorkingWindow(WEEKDAYS, Hours.of("08:00", "18:00"), BERLIN);

        assertThat(window.isOpen(Instant.parse("2026-11-20T16:59:59Z"))).isTrue();
        assertThat(window.isOpen(Instant.parse("2026-11-20T17:00:00Z"))).isFalse();
    }

    @Test
    void anOvernightWindowBelongsToTheDayOnWhichItOpens() {
        var window = new WorkingWindow(Set.of(FRIDAY), Hours.of("22:00", "06:00"), BERLIN);

        assertThat(window.isOpen(Instant.parse("2026-11-21T04:00:00Z"))).isTrue();
        assertThat(window.isOpen(Instant.parse("2026-11-20T04:00:00Z"))).isFalse();
    }

    @Test
    void zeroToTwentyFourOnAllDaysIsAlwaysOpen() {
        var window = new WorkingWindow(ALL, Hours.of("00:00", "24:00"), ZoneId.of("Australia/Lord_Howe"));
        var instant = Instant.parse("2026-04-04T14:59:59Z");

        assertThat(window.nextOpen(instant)).isEqualTo(instant);
    }

    @Test
    void anOpeningTimeInsideTheGapOpensWithItsEnd() {
        var window = new WorkingWindow(Set.of(SUNDAY), Hours.of("02:15", "02:45"), BERLIN);

        // 29 March 2026: 02:00 to 03:00 does not exist, so the window of that night never opens.
        assertThat(window.nextOpen(Instant.parse("2026-03-29T00:00:00Z"))).isEqualTo("2026-04-05T00:15:00Z");
    }

    @Test
    void windowsThatNeverMeetAreNeverOpen() {
        var morning = new WorkingWindow(ALL, Hours.of("08:00", "10:00"), BERLIN);
        var evening = new WorkingWindow(ALL, Hours.of("20:00", "22:00"), BERLIN);

        assertThat(WorkingWindow.nextOpen(List.of(morning, evening), Instant.parse("2026-11-20T17:00:00Z")))
                .isEmpty();
    }

    @Test
    void aWindowWithoutLengthIsRefused() {
        assertThatThrownBy(() -> Hours.of("08:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void nextOpenIsTheFirstOpenMinuteOfAScan(
            @ForAll("windows") WorkingWindow window, @ForAll("minutesAroundSwitches") Instant instant) {
        assertThat(Optional.of(window.nextOpen(instant))).isEqualTo(scan(List.of(window), instant, 16));
    }

    @Property(tries = 200)
    void twoWindowsOpenAtTheFirstMinuteAtWhichBothAreOpen(
            @ForAll("windows") WorkingWindow one,
            @ForAll("windows") WorkingWindow other,
            @ForAll("minutesAroundSwitches") Instant instant) {
        var expected = scan(List.of(one, other), instant, 16);

        if (expected.isPresent()) {
            assertThat(WorkingWindow.nextOpen(List.of(one, other), instant)).isEqualTo(expected);
        }
    }

    private static Optional<Instant> scan(List<WorkingWindow> windows, Instant from, int days) {
        Instant end = from.plus(Duration.ofDays(days));
        for (Instant minute = from; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            Instant asked = minute;
            if (windows.stream().allMatch(window -> openOnTheWall(window, asked))) {
                return Optional.of(minute);
            }
        }
        return Optional.empty();
    }

    /** Written a second time, differently: walks the wall clock back to the opening minute. */
    private static boolean openOnTheWall(WorkingWindow window, Instant instant) {
        var wall = instant.atZone(window.zone()).toLocalDateTime();
        int length = Math.floorMod(window.hours().to() - window.hours().from() - 1, 1440) + 1;
        int since = Math.floorMod(
                wall.getHour() * 60 + wall.getMinute() - window.hours().from(), 1440);
        return since < length && window.days().contains(wall.minusMinutes(since).getDayOfWeek());
    }

    @Provide
    Arbitrary<WorkingWindow> windows() {
        var zones = Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Pacific/Kiritimati",
                "Pacific/Pago_Pago",
                "Asia/Beirut",
                "America/Havana",
                "Antarctica/Troll",
                "America/Santiago",
                "Asia/Kathmandu");
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        var minutes = Arbitraries.integers().between(0, 95).map(quarter -> quarter * 15);
        return Combinators.combine(zones, days, minutes, minutes)
                .as((zone, set, from, to) -> new WorkingWindow(
                        set,
                        new Hours(from, to == 0 || to.equals(from) ? (from == 0 ? 1440 : from - 1) : to),
                        ZoneId.of(zone)));
    }

    @Provide
    Arbitrary<Instant> minutesAroundSwitches() {
        var switches = Arbitraries.of(
                "2026-03-29T01:00:00Z",
                "2026-10-25T01:00:00Z",
                "2026-03-08T07:00:00Z",
                "2026-11-01T06:00:00Z",
                "2026-04-04T15:00:00Z",
                "2026-10-03T15:30:00Z",
                "2026-02-15T02:00:00Z",
                "2026-03-28T22:00:00Z",
                "2026-04-05T03:00:00Z",
                "2026-09-06T04:00:00Z",
                "2028-02-29T00:00:00Z",
                "2026-12-31T23:00:00Z");
        return Combinators.combine(switches, Arbitraries.integers().between(-3 * 1440, 1440))
                .as((at, offset) -> Instant.parse(at).plusSeconds(60L * offset));
    }
}
