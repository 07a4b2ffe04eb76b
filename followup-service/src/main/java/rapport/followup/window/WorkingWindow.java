package rapport.followup.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Working days and hours in one zone. A window is asked about instants, never about local times, so a clock change
 * cannot open it twice or hide it: the wall clock at that instant decides.
 */
public record WorkingWindow(Set<DayOfWeek> days, Hours hours, ZoneId zone) {

    private static final int DAYS_AHEAD = 16;

    public WorkingWindow {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a window needs a working day");
        }
    }

    public boolean isOpen(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        int minute = local.getHour() * 60 + local.getMinute();
        boolean today = days.contains(local.getDayOfWeek());
        if (!hours.overnight()) {
            return today && hours.from() <= minute && minute < hours.to();
        }
        boolean sinceYesterday = days.contains(local.getDayOfWeek().minus(1));
        return today && minute >= hours.from() || sinceYesterday && minute < hours.to();
    }

    /** The first open instant at or after the given one. */
    public Instant nextOpen(Instant instant) {
        if (isOpen(instant)) {
            return instant;
        }
        LocalDate first = LocalDate.ofInstant(instant, zone).minusDays(1);
        Instant opening = null;
        for (int day = 0; opening == null && day < DAYS_AHEAD; day++) {
            opening = openingOf(first.plusDays(day), instant);
        }
        if (opening == null) {
            throw new IllegalStateException("a window opens within two weeks");
        }
        return switchedOpen(instant, opening);
    }

    /** The first instant at or after the given one at which all windows are open; empty when they never meet. */
    public static Optional<Instant> nextOpen(List<WorkingWindow> windows, Instant instant) {
        Instant horizon = instant.plus(Duration.ofDays(DAYS_AHEAD));
        Instant candidate = instant;
        while (candidate.isBefore(horizon)) {
            Instant latest = candidate;
            for (WorkingWindow window : windows) {
                latest = window.nextOpen(latest);
            }
            if (latest.equals(candidate)) {
                return Optional.of(candidate);
            }
            candidate = latest;
        }
        return Optional.empty();
    }

    /** An opening time inside a gap opens with the gap's end; one inside an overlap opens twice. Null: not on that day. */
    private Instant openingOf(LocalDate day, Instant earliest) {
        LocalDateTime local = day.atTime(hours.opening());
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        List<Instant> openings = change != null && change.isGap()
                ? List.of(change.getInstant())
                : zone.getRules().getValidOffsets(local).stream()
                        .map(local::toInstant)
                        .sorted()
                        .toList();
        for (Instant opening : openings) {
            if (!opening.isBefore(earliest) && isOpen(opening)) {
                return opening;
            }
        }
        return null;
    }

    /** A clock change is itself a moment at which a window may open: the wall clock jumps into it. */
    private Instant switchedOpen(Instant from, Instant opening) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(from.minusSeconds(1));
        while (next != null && next.getInstant().isBefore(opening)) {
            if (!next.getInstant().isBefore(from) && isOpen(next.getInstant())) {
                return next.getInstant();
            }
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return opening;
    }
}
