package rapport.events.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration NOTICE = Duration.ofDays(14);
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Instant END = Instant.parse("2026-03-20T23:30:00Z");

    @Test
    void daysAreCountedInTheZoneOfTheEvent() {
        var deadline = new Deadline(END, VIENNA, 9, Instant.EPOCH, null);

        assertThat(deadline.regular()).isEqualTo("2026-03-30");
        assertThat(deadline.due(NOTICE, END)).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void nothingGoesBeforeItWasAnnouncedForTheWholeNotice() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        var silent = new Deadline(END, VIENNA, 30, null, null);
        var told = new Deadline(END, VIENNA, 30, now, null);

        assertThat(silent.isToBeAnnounced(NOTICE, now)).isTrue();
        assertThat(silent.due(NOTICE, now)).isAfter(now);
        assertThat(told.due(NOTICE, now)).isEqualTo(now.plus(NOTICE));
        assertThat(told.isToBeAnnounced(NOTICE, now)).isFalse();
    }

    @Test
    void itIsAnnouncedNoticeBeforeItsDay() {
        var deadline = new Deadline(END, VIENNA, 30, null, null);
        Instant day = Instant.parse("2026-04-19T22:00:00Z");

        assertThat(deadline.isToBeAnnounced(NOTICE, day.minus(NOTICE).minusSeconds(1)))
                .isFalse();
        assertThat(deadline.isToBeAnnounced(NOTICE, day.minus(NOTICE))).isTrue();
    }

    @Test
    void aChosenDayStandsUntilTheEventMovesBeyondIt() {
        var chosen = new Deadline(END, VIENNA, 30, null, LocalDate.of(2026, 3, 25));
        var moved = new Deadline(Instant.parse("2026-06-01T10:00:00Z"), VIENNA, 30, null, LocalDate.of(2026, 3, 25));

        assertThat(chosen.due(NOTICE, END)).isEqualTo("2026-03-24T23:00:00Z");
        assertThat(moved.on()).isEqualTo("2026-07-01");
    }
}
