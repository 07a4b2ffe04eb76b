package rapport.followup.planning;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When a message is due, on the recipient's wall clock: so many days after the anchor at a local time, or at a local date
 * and time of its own.
 */
public record Schedule(Anchor anchor, int offsetDays, LocalTime localTime, LocalDateTime at) {

    public Schedule {
        if (anchor == Anchor.ABSOLUTE ? at == null : localTime == null) {
            throw new IllegalArgumentException("a schedule needs the time of its anchor");
        }
    }
}
