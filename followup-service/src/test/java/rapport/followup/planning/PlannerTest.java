package rapport.followup.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.followup.window.Hours;
import rapport.followup.window.WorkingWindow;

class PlannerTest {

    private static final LocalTime HALF_PAST_NINE = LocalTime.of(9, 30);

    @ParameterizedTest
    @CsvSource({
        // two days later, 09:30 on the recipient's wall, whatever the offset is that day
        "Europe/Berlin,       2026-11-18T17:00:00Z, 2026-11-20T08:30:00Z",
        "Europe/Berlin,       2026-03-27T17:00:00Z, 2026-03-30T06:00:00Z", // Sunday: next Monday 08:00 summer time
        "America/New_York,    2026-10-30T20:00:00Z, 2026-11-02T13:00:00Z", // Sunday of the switch: Monday 08:00
        "Australia/Lord_Howe, 2026-10-02T05:00:00Z, 2026-10-04T21:00:00Z", // Sunday, half an hour of switch
        "Africa/Casablanca,   2026-02-16T10:00:00Z, 2026-02-18T09:30:00Z",
        "Pacific/Kiritimati,  2026-11-17T20:00:00Z, 2026-11-19T19:30:00Z",
        "Pacific/Pago_Pago,   2026-11-17T05:00:00Z, 2026-11-18T20:30:00Z",
        "Europe/Berlin,       2028-02-27T17:00:00Z, 2028-02-29T08:30:00Z", // leap day
        "Europe/Berlin,       2026-12-29T17:00:00Z, 2026-12-31T08:30:00Z", // end of month and year
    })
    void theThankYouComesTwoDaysLaterInTheRecipientsMorning(String zone, Instant eventEnd, Instant due) {
        var schedule = new Schedule(Anchor.EVENT_END, 2, HALF_PAST_NINE, null);

        assertThat(Planner.due(schedule, eventEnd, List.of(weekdays(zone)))).hasValue(due);
    }

    @Test
    void aTimeThatTheClockSkipsBecomesTheNextValidMinute() {
        var schedule = new Schedule(Anchor.ABSOLUTE, 0, null, LocalDateTime.parse("2026-03-29T02:30"));

        assertThat(Planner.due(schedule, null, List.of(always("Europe/Berlin"))))
                .hasValue(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void aTimeThatTheClockShowsTwiceIsTheEarlierOne() {
        var schedule = new Schedule(Anchor.ABSOLUTE, 0, null, LocalDateTime.parse("2026-10-25T02:30"));

        assertThat(Planner.due(schedule, null, List.of(always("Europe/Berlin"))))
                .hasValue(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void anUnknownZoneGivesNoDate() {
        var schedule = new Schedule(Anchor.EVENT_END, 2, HALF_PAST_NINE, null);

        assertThat(Planner.due(schedule, Instant.parse("2026-11-18T17:00:00Z"), List.of()))
                .isEmpty();
    }

    @Test
    void anUnknownAnchorGivesNoDate() {
        var schedule = new Schedule(Anchor.SESSION_END, 2, HALF_PAST_NINE, null);

        assertThat(Planner.due(schedule, null, List.of(weekdays("Europe/Berlin"))))
                .isEmpty();
    }

    @Test
    void aScheduleWithoutItsTimeIsRefused() {
        assertThatThrownBy(() -> new Schedule(Anchor.ABSOLUTE, 0, HALF_PAST_NINE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkingWindow weekdays(String zone) {
        return new WorkingWindow(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Hours.of("08:00", "18:00"), ZoneId.of(zone));
    }

    private static WorkingWindow always(String zone) {
        return new WorkingWindow(EnumSet.allOf(DayOfWeek.class), Hours.of("00:00", "24:00"), ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-12-01T08:30:00Z", // Friday: the seventh business day is the Tuesday after next
        "2026-11-22T09:00:00Z, 2026-12-01T08:30:00Z", // Sunday: the first one is Monday
        "2026-03-27T09:00:00Z, 2026-04-07T07:30:00Z", // over the night of the clock change
    })
    void aNudgeComesSevenBusinessDaysLater(Instant sent, Instant due) {
        assertThat(Planner.due(Schedule.nudge(), sent, List.of(weekdays("Europe/Berlin"))))
                .hasValue(due);
    }
}
