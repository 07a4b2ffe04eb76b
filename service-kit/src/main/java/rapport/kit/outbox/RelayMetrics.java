package rapport.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator sees of the relay. */
final class RelayMetrics {
    private final AtomicInteger active = new AtomicInteger();
    private final Counter published;
    private final Counter failures;

    RelayMetrics(MeterRegistry registry) {
        Gauge.builder("kit.outbox.active", active, AtomicInteger::get).register(registry);
        published = Counter.builder("kit.outbox.published").register(registry);
        failures = Counter.builder("kit.outbox.failures").register(registry);
    }

    void active(boolean holdsLease) {
        active.set(holdsLease ? 1 : 0);
    }

    void published(int rows) {
        published.increment(rows);
    }

    void failed() {
        failures.increment();
    }
}
