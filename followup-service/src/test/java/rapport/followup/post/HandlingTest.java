package rapport.followup.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.followup.window.Hours;
import rapport.followup.window.WorkingWindow;

class HandlingTest {

    /** A Wednesday, 10:00 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final WorkingWindow WEEKDAYS = new WorkingWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Hours.of("08:00", "18:00"), ZoneId.of("Europe/Berlin"));

    private Instant pausedUntil;
    private boolean stopped;
    private boolean closed;
    private Instant closedUntil;
    private List<WorkingWindow> window = List.of(WEEKDAYS);
    private String address = "lopez@clinic.example";
    private List<Instant> counted = List.of();

    @Test
    void aRequestGoesInTheWorkingWindow() {
        assertThat(handling(Letter.Kind.REQUEST, NOW)).isEqualTo(new Handling.Send());
        assertThat(handling(Letter.Kind.REQUEST, Instant.parse("2026-11-18T20:00:00Z")))
                .isEqualTo(new Handling.Wait(Instant.parse("2026-11-19T07:00:00Z"), "quiet-hours"));
    }

    @Test
    void anAnswerThatIsPassedOnWaitsForNoWindowPauseOrBudget() {
        window = List.of();
        pausedUntil = TOMORROW;
        counted = List.of(NOW, NOW, NOW);

        assertThat(handling(Letter.Kind.PASSED_ON, NOW)).isEqualTo(new Handling.Send());
    }

    @Test
    void whoWantsNothingGetsNothingOfAnyKind() {
        stopped = true;

        for (Letter.Kind kind : Letter.Kind.values()) {
            assertThat(handling(kind, NOW)).isEqualTo(new Handling.Never("address-suppressed"));
        }
    }

    @Test
    void aPauseAndAHolidayAreWaitedForAndAClosedDoorIsNot() {
        pausedUntil = TOMORROW;
        assertThat(handling(Letter.Kind.REQUEST, NOW)).isEqualTo(new Handling.Wait(TOMORROW, "paused"));

        pausedUntil = null;
        closed = true;
        assertThat(handling(Letter.Kind.REQUEST, NOW)).isEqualTo(new Handling.Never("boundary-closed"));

        closedUntil = TOMORROW;
        assertThat(handling(Letter.Kind.REQUEST, NOW)).isEqualTo(new Handling.Wait(TOMORROW, "boundary-closed"));
    }

    @Test
    void aFullBudgetIsWaitedForUntilAPlaceIsFree() {
        counted = List.of(NOW.minus(Duration.ofDays(6)), NOW.minus(Duration.ofDays(5)), NOW);

        assertThat(handling(Letter.Kind.QUESTIONS, NOW))
                .isEqualTo(new Handling.Wait(NOW.plus(Duration.ofDays(2)), "budget-exhausted"));
    }

    @Test
    void whereNobodyKnowsWhatTimeItIsNothingIsSent() {
        window = List.of();

        assertThat(handling(Letter.Kind.REQUEST, NOW)).isInstanceOf(Handling.Wait.class);
    }

    @Test
    void withoutAnAddressItWaits() {
        address = null;

        assertThat(handling(Letter.Kind.PASSED_ON, NOW)).isInstanceOf(Handling.Wait.class);
    }

    /** A budget of two. */
    private Handling handling(Letter.Kind kind, Instant now) {
        var to = new Addressee(
                "Dr. López",
                null,
                address,
                new byte[32],
                false,
                stopped,
                pausedUntil,
                closed,
                closedUntil,
                window,
                2,
                counted);
        return Handling.of(kind, to, now);
    }
}
