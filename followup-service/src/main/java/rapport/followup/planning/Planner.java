package rapport.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
        Instant wanted = WallTime.resolve(local(schedule, anchorAt, zone), zone);
        return Optional.of(
                schedule.anchor() == Anchor.ABSOLUTE
                        ? wanted
                        : WorkingWindow.nextOpen(windows, wanted).orElse(wanted));
    }

    private static LocalDateTime local(Schedule schedule, Instant anchorAt, ZoneId zone) {
        if (schedule.anchor() == Anchor.ABSOLUTE) {
            return schedule.at();
        }
        return LocalDate.ofInstant(anchorAt, zone)
                .plusDays(schedule.offsetDays())
                .atTime(schedule.localTime());
    }
}
