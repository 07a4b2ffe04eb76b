package rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.event.EventCapacityChanged;
import rapport.events.event.EventRepository;
import rapport.events.sql.Sql;

/** Who waits for a place. As soon as places are free, exactly as many move up, in the order in which they began to wait. */
@ApplicationScoped
class WaitingList {
    private static final String MOVE_UP = """
            update registration
            set    status = 'CONFIRMED', waiting_since = null, version = version + 1, updated_at = ?
            where  id in (select   id
                          from     registration
                          where    event_id = ? and status = 'WAITLISTED'
                          order by waiting_since, id
                          limit    ?)
            returning id
            """;

    private final EventRepository events;
    private final Places places;
    private final RegistrationPublisher publisher;
    private final Sql sql;
    private final Clock clock;

    WaitingList(EventRepository events, Places places, RegistrationPublisher publisher, Sql sql, Clock clock) {
        this.events = events;
        this.places = places;
        this.publisher = publisher;
        this.sql = sql;
        this.clock = clock;
    }

    /** Gives the free places of an event to those who wait. The caller holds the event and has flushed its own changes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveUp(Event event) {
        long free = places.left(event);
        if (free <= 0 || !event.status().isOpen()) {
            return;
        }
        List<UUID> moved = sql.query(MOVE_UP, row -> Sql.id(row, "id"), clock.instant(), event.id(), free);
        publisher.publish(moved);
    }

    void onCapacityChanged(@Observes EventCapacityChanged change) {
        moveUp(events.lock(change.eventId()));
    }

    void onPlacesFreed(@Observes PlacesFreed freed) {
        moveUp(events.lock(freed.eventId()));
    }
}
