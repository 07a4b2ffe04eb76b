package rapport.followup.dispatch;

import java.nio.file.Path;
import java.time.Duration;

/** Small batches, so that two dispatchers meet. */
record TestSettings() implements DispatchConfig {

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(50);
    }

    @Override
    public int batch() {
        return 7;
    }

    @Override
    public int claimers() {
        return 1;
    }

    @Override
    public int concurrency() {
        return 16;
    }

    @Override
    public int perMinute() {
        return 60_000;
    }

    @Override
    public Duration lease() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration backOff() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration maxBackOff() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration journalKept() {
        return Duration.ofDays(90);
    }

    @Override
    public Path journal() {
        return Path.of("target/journal");
    }
}
