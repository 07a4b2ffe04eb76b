package rapport.kit.kafka;

import java.time.Duration;

/** Waiting times that double from failure to failure, up to a limit, until something succeeds. */
public final class BackOff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    public BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long to wait after one more failure. */
    public Duration failed() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    /** The next failure is a first one again. */
    public void succeeded() {
        next = first;
    }
}
