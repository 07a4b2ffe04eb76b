package rapport.followup.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.followup.window.WorkingWindow;
import rapport.kit.time.WallTime;

/**
 * Turns a schedule into the instant at which the message is due. What is counted from an anchor lands inside the recipient's
 * working window; a date that the owner named is kept as it was named, and the gates hold the message if it is not polite.
 */
public final class Planner {

    private Planner() {}

    /**
     * @param anchorAt when the anchor happened or will happen; null when that is unknown
     * @param windows the recipient's working windows, the first one's zone is that of the wall clock
     * @return empty as long as the anchor or the recipient's zone is unknown
     */
    public static Optional<Instant> due(Schedule schedule, Instant anchorAt, List<WorkingWindow> windows) {
        if (windows.isEmpty() || schedule.anchor() != Anchor.ABSOLUTE && anchorAt == null) {
            return Optional.empty();
        }
        ZoneId zone = windows.getFirst().zone();
        if (schedule.anchor() == Anchor.ABSOLUTE) {
            return Optional.of(WallTime.resolve(schedule.at(), zone));
        }
        LocalDate from = LocalDate.ofInstant(anchorAt, zone);
        LocalDateTime local = day(schedule, from, windows).atTime(schedule.localTime());
        Instant wanted = WallTime.resolve(local, zone);
        return Optional.of(WorkingWindow.nextOpen(windows, wanted).orElse(wanted));
    }

    private static LocalDate day(Schedule schedule, LocalDate from, List<WorkingWindow> windows) {
        return switch (schedule.unit()) {
            case DAYS -> from.plusDays(schedule.offsetDays());
            case BUSINESS_DAYS -> businessDaysAfter(from, schedule.offsetDays(), common(windows));
        };
    }

    /** The day itself does not count. Days on which nobody works are passed over; if there are no others, all count. */
    static LocalDate businessDaysAfter(LocalDate from, int days, Set<DayOfWeek> working) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (working.isEmpty() || working.contains(day.getDayOfWeek())) {
                left--;
            }
        }
        return day;
    }

    private static Set<DayOfWeek> common(List<WorkingWindow> windows) {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        windows.forEach(window -> days.retainAll(window.days()));
        return days;
    }
}
