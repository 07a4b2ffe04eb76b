package rapport.events.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.Clock;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.event.EventRepository;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;

/**
 * Runs an import in one transaction. A dry run does the same work and rolls it back: what it tells is what would happen, and
 * it leaves nothing behind.
 */
@ApplicationScoped
public class ImportRuns {
    private static final int TIMEOUT_SECONDS = 120;

    private static final String RECORD = """
            insert into import_run (id, event_id, format, subject, created, updated, skipped, conflicts, errors, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final EventRepository events;
    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    ImportRuns(EventRepository events, Sql sql, Caller caller, Clock clock) {
        this.events = events;
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** The work of one format: changes the event's data and logs what happened to each row. */
    public interface Work {
        void run(Event event, ImportLog log);
    }

    public ImportReport run(UUID eventId, String format, boolean dryRun, Work work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(TIMEOUT_SECONDS));
        try {
            Event event = events.lock(eventId);
            event.requireOpen();
            var log = new ImportLog();
            work.run(event, log);
            if (dryRun) {
                return log.report(null, format);
            }
            UUID id = Ids.next();
            record(id, eventId, format, log.total());
            QuarkusTransaction.commit();
            return log.report(id, format);
        } finally {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private void record(UUID id, UUID eventId, String format, Counts counts) {
        sql.update(
                RECORD,
                id,
                eventId,
                format,
                caller.subject(),
                counts.create(),
                counts.update(),
                counts.skip(),
                counts.conflict(),
                counts.error(),
                clock.instant());
    }
}
