package rapport.followup.followup;

import java.time.LocalTime;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.Schedule;
import rapport.kit.problem.Invalid;

/** Turns what was asked for into a schedule that these circumstances can carry. */
final class Schedules {

    static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final int DAYS_AFTER = 2;

    private Schedules() {}

    /** The default thank-you: two days after the event, or after they met if there was none. */
    static Schedule of(NewFollowUp.ScheduleBody wanted, Circumstances circumstances) {
        if (wanted == null) {
            Anchor anchor = circumstances.event().id() == null ? Anchor.ENCOUNTER : Anchor.EVENT_END;
            return new Schedule(anchor, DAYS_AFTER, MORNING, null);
        }
        int offset = wanted.offsetDays() == null ? 0 : wanted.offsetDays();
        if (wanted.anchor() == Anchor.ABSOLUTE) {
            if (wanted.at() == null) {
                throw Invalid.of("/schedule/at", "required", "An absolute schedule needs its date and time.");
            }
            return new Schedule(Anchor.ABSOLUTE, 0, null, wanted.at());
        }
        requireAnchor(wanted.anchor(), circumstances);
        return new Schedule(wanted.anchor(), offset, wanted.localTime() == null ? MORNING : wanted.localTime(), null);
    }

    private static void requireAnchor(Anchor anchor, Circumstances circumstances) {
        boolean there =
                switch (anchor) {
                    case EVENT_END -> circumstances.event().id() != null;
                    case SESSION_END -> circumstances.session().id() != null;
                    case ENCOUNTER -> circumstances.meeting().metAt() != null;
                    case ABSOLUTE -> true;
                };
        if (!there) {
            throw new NotPossible("/schedule/anchor", "anchor-unknown", "The follow-up has nothing to count from.");
        }
    }
}
