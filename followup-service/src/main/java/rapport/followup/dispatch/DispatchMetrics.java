package rapport.followup.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import rapport.followup.dispatch.Completion.Outcome;

/** What this process did with messages. */
@ApplicationScoped
class DispatchMetrics {

    private final Map<Outcome, Counter> deliveries = new EnumMap<>(Outcome.class);
    private final Counter doubles;

    DispatchMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            deliveries.put(
                    outcome,
                    Counter.builder("followup.deliveries")
                            .description("Deliveries by how they ended")
                            .tag("outcome", outcome.name())
                            .register(registry));
        }
        doubles = Counter.builder("followup.double.sends")
                .description("Messages that a mail server accepted although they were settled already: always 0")
                .register(registry);
    }

    void ended(Completion completion, boolean counted) {
        deliveries.get(completion.outcome()).increment();
        // Accepted, and the row says neither SENDING nor UNCERTAIN: somebody else settled it, perhaps by sending it.
        if (completion.outcome() == Outcome.SENT && !counted) {
            doubles.increment();
        }
    }
}
