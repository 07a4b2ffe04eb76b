package rapport.events.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final Span NINE_TO_TEN = new Span(at("09:00:00"), at("10:00:00"));

    @Test
    void theSessionClipsWhoComesEarlyAndStaysLate() {
        var measure = measure(stay("08:30:00", "10:30:00"));

        assertThat(measure.seconds()).isEqualTo(3600);
        assertThat(measure.percent()).isEqualTo(100);
        assertThat(measure.firstIn()).isEqualTo(at("09:00:00"));
        assertThat(measure.lastOut()).isEqualTo(at("10:00:00"));
    }

    @Test
    void timeThatTwoDevicesSpendTogetherCountsOnce() {
        assertThat(measure(stay("09:00:00", "09:30:00"), stay("09:10:00", "09:40:00"))
                        .seconds())
                .isEqualTo(2400);
    }

    @Test
    void timeBetweenTwoStaysDoesNotCount() {
        var measure = measure(stay("09:00:00", "09:10:00"), stay("09:50:00", "10:00:00"));

        assertThat(measure.seconds()).isEqualTo(1200);
        assertThat(measure.firstIn()).isEqualTo(at("09:00:00"));
        assertThat(measure.lastOut()).isEqualTo(at("10:00:00"));
    }

    @Test
    void aStayWithoutAnEndLastsUntilTheSessionsEndAndSaysSo() {
        var measure = measure(stay("09:15:00", null));

        assertThat(measure.seconds()).isEqualTo(2700);
        assertThat(measure.assumed()).isTrue();
    }

    @Test
    void nothingIsAssumedWhereAnotherStayCoversWhatWasOpen() {
        assertThat(measure(stay("09:15:00", null), stay("09:10:00", "10:05:00")).assumed())
                .isFalse();
    }

    @Test
    void aStayAfterTheEndCountsNothingEvenWhenItIsOpen() {
        var measure = measure(stay("10:00:00", null));

        assertThat(measure.seconds()).isZero();
        assertThat(measure.assumed()).isFalse();
        assertThat(measure.firstIn()).isNull();
        assertThat(measure.attended()).isFalse();
    }

    @Test
    void aLengthWithoutTimesCountsFromTheStartAndIsAssumed() {
        var measure = measure(new Stay(PresenceSource.WEBINAR, null, null, 1800));

        assertThat(measure.percent()).isEqualTo(50);
        assertThat(measure.assumed()).isTrue();
    }

    @Test
    void aPercentageIsRoundedDownSoThatTheRuleIsNeverMetByRounding() {
        var measure = Measure.of(NINE_TO_TEN, 70, List.of(stay("09:00:00", "09:41:59")));

        assertThat(measure.percent()).isEqualTo(69);
        assertThat(measure.attended()).isFalse();
        assertThat(Measure.of(NINE_TO_TEN, 70, List.of(stay("09:00:00", "09:42:00")))
                        .attended())
                .isTrue();
    }

    @Test
    void whereTheEventAsksForNothingAnyTimeInTheSessionIsEnough() {
        assertThat(Measure.of(NINE_TO_TEN, 0, List.of(stay("09:00:00", "09:00:01")))
                        .attended())
                .isTrue();
        assertThat(Measure.of(NINE_TO_TEN, 0, List.of(stay("08:00:00", "09:00:00")))
                        .attended())
                .isFalse();
    }

    @Test
    void whoToldIsListedOnceInAFixedOrder() {
        var measure = Measure.of(
                NINE_TO_TEN,
                70,
                List.of(
                        new Stay(PresenceSource.MANUAL, at("09:00:00"), at("09:10:00"), null),
                        new Stay(PresenceSource.CHECK_IN, at("09:20:00"), at("09:30:00"), null),
                        new Stay(PresenceSource.MANUAL, at("09:40:00"), at("09:50:00"), null)));

        assertThat(measure.sources()).containsExactly(PresenceSource.CHECK_IN, PresenceSource.MANUAL);
    }

    @Test
    void theDecisionIsExplained() {
        assertThat(AttendanceView.explanation(52, 86, 70, false))
                .isEqualTo("52 minutes are 86 % of the session; the event asks for 70 %.");
        assertThat(AttendanceView.explanation(1, 1, 0, true))
                .isEqualTo("1 minute is 1 % of the session; the event asks for any time in it. The end of a stay is not"
                        + " known: it counts until the session's end.");
    }

    private static Measure measure(Stay... stays) {
        return Measure.of(NINE_TO_TEN, 70, Arrays.asList(stays));
    }

    private static Stay stay(String from, String to) {
        return new Stay(PresenceSource.CHECK_IN, at(from), to == null ? null : at(to), null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-10-01T" + time + "Z");
    }
}
