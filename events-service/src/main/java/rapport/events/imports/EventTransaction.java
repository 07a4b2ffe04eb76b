package rapport.events.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.UUID;
import java.util.function.Function;
import rapport.events.event.Event;
import rapport.events.event.EventRepository;

/**
 * Changes an event's data in one transaction, with the event locked. A dry run does the same work and rolls it back: what it tells
 * is what would happen.
 */
@ApplicationScoped
public class EventTransaction {
    private static final int TIMEOUT_SECONDS = 120;

    private final EventRepository events;

    EventTransaction(EventRepository events) {
        this.events = events;
    }

    public <T> T run(UUID eventId, boolean dryRun, Function<Event, T> work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(TIMEOUT_SECONDS));
        try {
            Event event = events.lock(eventId);
            event.requireOpen();
            T result = work.apply(event);
            if (!dryRun) {
                QuarkusTransaction.commit();
            }
            return result;
        } finally {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
    }
}
