package rapport.followup.ownerdigest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import rapport.kit.time.WallTime;

/** When digests are due on the owner's wall clock: once a day, or once a week, whatever the clock does in between. */
record Rhythm(Frequency frequency, DayOfWeek weekday, LocalTime at, ZoneId zone) {

    /** The first window that opens after this instant. A time that clocks skip opens with the next valid one. */
    Instant nextAfter(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone).minusDays(1);
        while (true) {
            LocalDate candidate = frequency == Frequency.DAILY ? day : day.with(TemporalAdjusters.nextOrSame(weekday));
            Instant opens = WallTime.resolve(candidate.atTime(at), zone);
            if (opens.isAfter(instant)) {
                return opens;
            }
            day = candidate.plusDays(1);
        }
    }

    /** The window that is open at this instant, named by its day; a week's window is named by its Monday. */
    LocalDate window(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        return frequency == Frequency.DAILY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
