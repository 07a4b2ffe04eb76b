package rapport.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceClockTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant SCANNED = Instant.parse("2026-11-20T10:00:00.123Z");

    @Test
    void aRightClockIsBelieved() {
        assertThat(DeviceClock.read(SCANNED, ARRIVED.minusSeconds(2), ARRIVED))
                .isEqualTo(new DeviceClock(SCANNED, SCANNED, false));
    }

    @Test
    void aClockThatIsWrongByLessThanFiveMinutesCountsAsRight() {
        assertThat(DeviceClock.read(SCANNED, ARRIVED.plusSeconds(299), ARRIVED).corrected())
                .isFalse();
    }

    @Test
    void aClockInTheWrongZoneIsMovedByWhatItIsWrong() {
        Duration wrong = Duration.ofHours(2);

        DeviceClock read =
                DeviceClock.read(SCANNED.plus(wrong), ARRIVED.plus(wrong).plusSeconds(3), ARRIVED);

        assertThat(read.effectiveAt()).isEqualTo(SCANNED);
        assertThat(read.scannedAt()).isEqualTo(SCANNED.plus(wrong));
        assertThat(read.corrected()).isTrue();
    }

    @Test
    void aClockOfTheSeventiesIsMovedAsFarAsItSaysWhenItSends() {
        Instant scanned = Instant.parse("1970-01-01T00:10:00Z");

        DeviceClock read = DeviceClock.read(scanned, Instant.parse("1970-01-01T00:20:00Z"), ARRIVED);

        assertThat(read.effectiveAt()).isEqualTo(ARRIVED.minus(Duration.ofMinutes(10)));
        assertThat(read.corrected()).isTrue();
    }

    @Test
    void withoutAMeasureAScanOfTheSeventiesOrOfTheFutureHappenedOnArrival() {
        for (String impossible : new String[] {
            "1970-01-01T00:00:00Z", "2036-11-20T12:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"
        }) {
            DeviceClock read = DeviceClock.read(Instant.parse(impossible), null, ARRIVED);

            assertThat(read.effectiveAt()).isEqualTo(ARRIVED);
            assertThat(read.corrected()).isTrue();
        }
    }

    @Test
    void aMeasureThatMakesNoSenseFallsBackToTheArrival() {
        DeviceClock read = DeviceClock.read(SCANNED, Instant.MAX, ARRIVED);

        assertThat(read.effectiveAt()).isEqualTo(ARRIVED);
        assertThat(read.corrected()).isTrue();
    }
}
