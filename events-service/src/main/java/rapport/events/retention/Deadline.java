package rapport.events.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import rapport.kit.time.WallTime;

/**
 * When the personal data of one event are deleted. It follows the event: one that is moved takes its date along.
 *
 * @param endsAt the event's end
 * @param zone in which days are counted
 * @param days how long after its end the event keeps data
 * @param announcedAt when owners could first read of it; null when they cannot yet
 * @param chosenOn the day an owner has chosen instead; null when none did
 */
record Deadline(Instant endsAt, ZoneId zone, int days, Instant announcedAt, LocalDate chosenOn) {

    /** The day that follows from the event alone. */
    LocalDate regular() {
        return endsAt.atZone(zone).toLocalDate().plusDays(days);
    }

    /** The earliest day an owner can choose: nothing goes while the event runs. */
    LocalDate earliest() {
        return endsAt.atZone(zone).toLocalDate().plusDays(1);
    }

    LocalDate latest(int postponableDays) {
        return regular().plusDays(postponableDays);
    }

    LocalDate on() {
        return chosenOn == null || chosenOn.isBefore(earliest()) ? later(regular(), earliest()) : chosenOn;
    }

    /** The beginning of that day; whoever has not chosen it has been told for the whole notice before. */
    Instant due(Duration notice, Instant now) {
        Instant day = WallTime.resolve(on().atStartOfDay(), zone);
        if (chosenOn != null) {
            return day;
        }
        Instant told = (announcedAt == null ? now : announcedAt).plus(notice);
        return told.isAfter(day) ? told : day;
    }

    boolean isToBeAnnounced(Duration notice, Instant now) {
        return announcedAt == null && !due(Duration.ZERO, now).minus(notice).isAfter(now);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
