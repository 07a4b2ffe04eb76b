package rapport.contacts.calendar;

import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings that count. */
@Schema(name = "ReminderSettings")
record ReminderSettingsView(
        @Schema(required = true, description = "0 as long as nothing was set and the defaults count.", examples = "1")
        long version,

        @Schema(required = true, examples = "Europe/Vienna") String zone,
        @Schema(required = true) List<DayOfWeek> days,
        @Schema(required = true, examples = "3") int perDay) {

    static ReminderSettingsView of(ReminderSettings settings, long version) {
        return new ReminderSettingsView(
                version,
                settings.zone().getId(),
                settings.days().stream().sorted().toList(),
                settings.perDay());
    }
}
