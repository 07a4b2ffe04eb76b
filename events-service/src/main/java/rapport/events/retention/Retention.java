package rapport.events.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import rapport.events.event.EventRepository;
import rapport.events.retention.RetentionTable.Numbers;
import rapport.events.retention.RetentionTable.State;
import rapport.events.sql.Sql;

/**
 * Lets the personal data of past events go. One step announces what has to be announced and deletes one batch of one event; a step
 * that is cut off by a crash has done nothing, and the next one does it.
 */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int PAGE = 200;
    /** One process at a time works; it holds this lock until the end of its step. */
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtextextended('rapport.retention', 0)) as alone";

    private final RetentionTable table;
    private final PastEvent past;
    private final EventRepository events;
    private final RetentionConfig config;
    private final Sql sql;
    private final Clock clock;

    Retention(
            RetentionTable table,
            PastEvent past,
            EventRepository events,
            RetentionConfig config,
            Sql sql,
            Clock clock) {
        this.table = table;
        this.past = past;
        this.events = events;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    /** @return whether a next step has something to do at once */
    @Transactional
    boolean runOnce() {
        if (!sql.query(ALONE, row -> row.getBoolean("alone")).getFirst()) {
            return false;
        }
        Instant now = clock.instant();
        UUID after = new UUID(0, 0);
        List<State> page = table.ended(now, after, PAGE);
        while (!page.isEmpty()) {
            for (State state : page) {
                if (state.deadline().isToBeAnnounced(config.notice(), now)) {
                    table.announce(state.eventId(), now);
                } else if (isDue(state, now)) {
                    return step(state.eventId(), now);
                }
            }
            page = table.ended(now, page.getLast().eventId(), PAGE);
        }
        return false;
    }

    private boolean isDue(State state, Instant now) {
        return !state.deadline().due(config.notice(), now).isAfter(now);
    }

    private boolean step(UUID eventId, Instant now) {
        events.lock(eventId);
        // Read again: an owner may have postponed it while this waited for the lock.
        if (!isDue(table.of(eventId), now)) {
            return true;
        }
        table.announce(eventId, now);
        Numbers deleted = past.deleteSome(eventId, config.batch());
        if (deleted.equals(new Numbers(0, 0, 0))) {
            table.complete(eventId, now);
            LOG.infof("retention completed, the next event follows: event=%s", eventId);
            return true;
        }
        table.count(eventId, deleted, now);
        LOG.infof(
                "personal data of a past event deleted, the next batch follows: event=%s registrations=%d people=%d"
                        + " speakerEmails=%d",
                eventId, deleted.registrations(), deleted.people(), deleted.speakerEmails());
        return true;
    }
}
