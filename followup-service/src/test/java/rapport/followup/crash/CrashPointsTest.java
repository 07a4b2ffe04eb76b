package rapport.followup.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void anArmedPointEndsTheProcessOnceAtTheGivenPassing() {
        var points = new CrashPoints(CrashPoint.BEFORE_DOT, 3, ends::incrementAndGet);

        points.pass(CrashPoint.BEFORE_DOT);
        points.pass(CrashPoint.AFTER_DOT);
        points.pass(CrashPoint.BEFORE_DOT);
        assertThat(ends).hasValue(0);

        points.pass(CrashPoint.BEFORE_DOT);
        points.pass(CrashPoint.BEFORE_DOT);
        assertThat(ends).hasValue(1);
    }

    @Test
    void whatIsNotArmedDoesNothing() {
        var points = new CrashPoints(null, 1, ends::incrementAndGet);

        for (CrashPoint point : CrashPoint.values()) {
            points.pass(point);
        }

        assertThat(ends).hasValue(0);
    }
}
