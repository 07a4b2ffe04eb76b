package rapport.contacts.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/**
 * When an owner wants to be reminded.
 *
 * @param days the days of the week on which reminders may fall, never none
 * @param perDay how many may fall on one day, 1 to 3
 */
public record ReminderSettings(ZoneId zone, Set<DayOfWeek> days, int perDay) {
    /** More than this is noise, whatever the owner thinks they can bear. */
    public static final int MOST_PER_DAY = 3;

    public ReminderSettings {
        days = Set.copyOf(new TreeSet<>(days));
        if (days.isEmpty() || perDay < 1 || perDay > MOST_PER_DAY) {
            throw new IllegalArgumentException("reminders need a day and a number from 1 to 3");
        }
    }

    /** What counts for who has said nothing. */
    static ReminderSettings everyDay(ZoneId zone) {
        return new ReminderSettings(zone, Set.of(DayOfWeek.values()), MOST_PER_DAY);
    }
}
