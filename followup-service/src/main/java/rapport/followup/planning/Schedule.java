package rapport.followup.planning;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When a message is due, on the recipient's wall clock: so many days after the anchor at a local time, or at a local date
 * and time of its own.
 */
public record Schedule(Anchor anchor, int offsetDays, OffsetUnit unit, LocalTime localTime, LocalDateTime at) {

    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final int PATIENCE = 7;

    public Schedule {
        if (anchor == Anchor.ABSOLUTE ? at == null : localTime == null) {
            throw new IllegalArgumentException("a schedule needs the time of its anchor");
        }
    }

    /** Counted in days of the calendar. */
    public Schedule(Anchor anchor, int offsetDays, LocalTime localTime, LocalDateTime at) {
        this(anchor, offsetDays, OffsetUnit.DAYS, localTime, at);
    }

    /** A nudge: seven business days after the step before, in the morning. */
    public static Schedule nudge() {
        return new Schedule(Anchor.LAST_STEP, PATIENCE, OffsetUnit.BUSINESS_DAYS, MORNING, null);
    }
}
