package rapport.kit.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;

/** What an operator sees of consuming. */
@ApplicationScoped
class InboundMetrics {
    private final MeterRegistry registry;

    InboundMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Outcomes are applied, parked, unknown (type) and tombstone. */
    void count(String topic, String outcome, int messages) {
        if (messages > 0) {
            registry.counter("kit.inbound.messages", "topic", topic, "outcome", outcome)
                    .increment(messages);
        }
    }

    void postponed() {
        registry.counter("kit.inbound.postponed").increment();
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void applied(Timer.Sample begun) {
        begun.stop(registry.timer("kit.inbound.apply"));
    }
}
