package rapport.events.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import rapport.events.event.EventRepository;
import rapport.events.retention.RetentionTable.State;
import rapport.kit.edit.ETags;

/** Lets owners choose another day. */
@ApplicationScoped
class RetentionService {
    private final RetentionTable table;
    private final EventRepository events;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionService(RetentionTable table, EventRepository events, RetentionConfig config, Clock clock) {
        this.table = table;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void change(UUID eventId, String ifMatch, RetentionChange change) {
        events.lock(eventId);
        State state = table.of(eventId);
        ETags.require(ifMatch, state.version());
        LocalDate day = change.deletesOn().or(state.deadline().chosenOn());
        LocalDate earliest = state.deadline().earliest();
        LocalDate latest = state.deadline().latest(config.postponableDays());
        if (day != null && (day.isBefore(earliest) || day.isAfter(latest))) {
            throw new RetentionRefused(earliest, latest);
        }
        table.choose(eventId, day, clock.instant());
    }
}
