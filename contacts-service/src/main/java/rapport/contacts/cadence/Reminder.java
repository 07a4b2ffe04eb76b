package rapport.contacts.cadence;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A reminder to be in touch, on its day.
 *
 * @param firstPossible the day on which it would fall if there were no other reminders
 * @param plannedOn the day on which it falls
 */
record Reminder(Candidate candidate, LocalDate firstPossible, LocalDate plannedOn) {

    /** Why it falls on its day, for the owner, seen from today. */
    String because(LocalDate today) {
        var text = new StringBuilder();
        LocalDate due = candidate.dueOn();
        Rhythm rhythm = candidate.rhythm();
        long late = ChronoUnit.DAYS.between(due, today);
        if (late > 0) {
            text.append("Due since ").append(days(late));
        } else if (late == 0) {
            text.append("Due today");
        } else {
            text.append("Due on ").append(named(due));
        }
        text.append(": ")
                .append(days(rhythm.idealDays()))
                .append(" after you were last in touch")
                .append(rhythm.isOwn() ? "" : ", because of the tag " + rhythm.tag())
                .append('.');
        if (candidate.wantedOn().isAfter(due)) {
            text.append(" You put it off until ")
                    .append(named(candidate.wantedOn()))
                    .append('.');
        }
        if (plannedOn.isAfter(firstPossible)) {
            text.append(" Moved to ")
                    .append(named(plannedOn))
                    .append(" because the days before have their reminders already.");
        } else if (firstPossible.isAfter(candidate.wantedOn()) && firstPossible.isAfter(today)) {
            text.append(" Moved to ").append(named(plannedOn)).append(" because you want no reminders before.");
        }
        if (plannedOn.isAfter(candidate.latestOn())) {
            text.append(" Later than the ").append(days(rhythm.maximumDays())).append(" you wanted at most.");
        }
        return text.toString();
    }

    private static String named(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + day;
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : number + " days";
    }
}
