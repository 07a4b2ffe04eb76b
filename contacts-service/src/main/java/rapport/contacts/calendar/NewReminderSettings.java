package rapport.contacts.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.time.WallTime;

/** The whole settings as an owner wants them. */
record NewReminderSettings(
        @NotNull @Schema(description = "IANA name of the zone the owner lives in.", examples = "Europe/Vienna")
        String zone,

        @NotEmpty
        @Schema(
                description = "The days on which reminders may fall; who wants working days only names those.",
                examples = "[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\"]")
        Set<@NotNull DayOfWeek> days,

        @NotNull
        @Min(1)
        @Max(ReminderSettings.MOST_PER_DAY)
        @Schema(description = "Reminders of one day, at most.", examples = "3")
        Integer perDay) {

    ReminderSettings settings() {
        return new ReminderSettings(WallTime.zone(zone), days, perDay);
    }
}
