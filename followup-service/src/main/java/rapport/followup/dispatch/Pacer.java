package rapport.followup.dispatch;

import java.time.Duration;
import java.time.Instant;

/** So many messages a minute, spread over it: a long queue drains evenly instead of all at once. */
final class Pacer {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final int perMinute;
    private final int burst;
    private double allowed;
    private Instant last;

    Pacer(int perMinute) {
        this.perMinute = perMinute;
        this.burst = Math.max(1, perMinute / 6);
        this.allowed = burst;
    }

    /** How many messages may be claimed at this instant. */
    synchronized int available(Instant now) {
        if (last != null && now.isAfter(last)) {
            allowed = Math.min(
                    burst,
                    allowed + (double) perMinute * Duration.between(last, now).toMillis() / MINUTE);
        }
        last = now;
        return (int) allowed;
    }

    synchronized void spend(int messages) {
        allowed -= messages;
    }

    /** What was spent for nothing, because fewer were claimed. */
    synchronized void giveBack(int messages) {
        allowed = Math.min(burst, allowed + messages);
    }
}
