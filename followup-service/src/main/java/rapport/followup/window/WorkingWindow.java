package rapport.followup.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        return Stream.concat(openings(instant), switches(instant))
                .filter(candidate -> !candidate.isBefore(instant))
                .filter(this::isOpen)
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("a window opens within two weeks"));
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

    /** An opening time inside a gap opens with the gap's end; one inside an overlap opens twice. */
    private Stream<Instant> openings(Instant instant) {
        LocalDate first = LocalDate.ofInstant(instant, zone).minusDays(1);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .map(day -> day.atTime(hours.opening()))
                .flatMap(local -> {
                    ZoneOffsetTransition gap = zone.getRules().getTransition(local);
                    if (gap != null && gap.isGap()) {
                        return Stream.of(gap.getInstant());
                    }
                    return zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
                });
    }

    /** A clock change is itself a moment at which a window may open: the wall clock jumps into it. */
    private Stream<Instant> switches(Instant instant) {
        List<Instant> found = new ArrayList<>();
        Instant horizon = instant.plus(Duration.ofDays(DAYS_AHEAD));
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant.minusSeconds(1));
        while (next != null && next.getInstant().isBefore(horizon)) {
            found.add(next.getInstant());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return found.stream();
    }
}
