package rapport.followup.followup;

import java.time.LocalTime;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.planning.Schedule;
import rapport.kit.problem.Invalid;

/** Turns what was asked for into a schedule that these circumstances can carry. */
final class Schedules {

    static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final int DAYS_AFTER = 2;

    private Schedules() {}

    /** Of a first step. The default is that of a thank-you: two days after the event, or after they met if there was none. */
    static Schedule first(NewFollowUp.ScheduleBody wanted, Circumstances circumstances) {
        if (wanted == null) {
            Anchor anchor = circumstances.event().id() == null ? Anchor.ENCOUNTER : Anchor.EVENT_END;
            return new Schedule(anchor, DAYS_AFTER, MORNING, null);
        }
        return of(wanted, circumstances, true, "/schedule");
    }

    /** Of a step after others. The default is that of a nudge. */
    static Schedule later(NewFollowUp.ScheduleBody wanted, Circumstances circumstances, String pointer) {
        return wanted == null ? Schedule.nudge() : of(wanted, circumstances, false, pointer);
    }

    static Schedule of(NewFollowUp.ScheduleBody wanted, Circumstances circumstances, boolean first, String pointer) {
        int offset = wanted.offsetDays() == null ? 0 : wanted.offsetDays();
        OffsetUnit unit = wanted.offsetUnit() == null ? OffsetUnit.DAYS : wanted.offsetUnit();
        if (wanted.anchor() == Anchor.ABSOLUTE) {
            if (wanted.at() == null) {
                throw Invalid.of(pointer + "/at", "required", "An absolute schedule needs its date and time.");
            }
            return new Schedule(Anchor.ABSOLUTE, 0, null, wanted.at());
        }
        requireAnchor(wanted.anchor(), circumstances, first, pointer);
        LocalTime time = wanted.localTime() == null ? MORNING : wanted.localTime();
        return new Schedule(wanted.anchor(), offset, unit, time, null);
    }

    private static void requireAnchor(Anchor anchor, Circumstances circumstances, boolean first, String pointer) {
        boolean there =
                switch (anchor) {
                    case EVENT_END -> circumstances.event().id() != null;
                    case SESSION_END -> circumstances.session().id() != null;
                    case ENCOUNTER -> circumstances.meeting().metAt() != null;
                    case LAST_STEP -> !first;
                    case ABSOLUTE -> true;
                };
        if (!there) {
            throw new NotPossible(pointer + "/anchor", "anchor-unknown", "The step has nothing to count from.");
        }
    }
}
