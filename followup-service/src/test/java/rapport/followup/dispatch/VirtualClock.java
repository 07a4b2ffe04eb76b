package rapport.followup.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Stands still until a test moves it. */
final class VirtualClock extends Clock {

    private volatile Instant now;

    VirtualClock(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    void moveTo(Instant later) {
        now = later.truncatedTo(ChronoUnit.MICROS);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
