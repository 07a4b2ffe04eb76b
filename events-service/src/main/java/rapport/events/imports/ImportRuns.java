package rapport.events.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import rapport.events.event.Event;
import rapport.events.event.EventRepository;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;

/**
 * Runs an import in the request's transaction, holding the event. A dry run does the same work and takes it back: what it
 * tells is what would happen, and it leaves nothing behind.
 */
@ApplicationScoped
public class ImportRuns {
    /**
     * A kept plan does not know how many rows it is asked for: it may compare each of them with each row of the event. Planning
     * anew for every thousand rows takes milliseconds.
     */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    private final EventRepository events;
    private final EntityManager entities;
    private final Sql sql;
    private final ImportRecords records;

    ImportRuns(EventRepository events, EntityManager entities, Sql sql, ImportRecords records) {
        this.events = events;
        this.entities = entities;
        this.sql = sql;
        this.records = records;
    }

    /** The work of one format: changes the event's data and logs what happened to each row. */
    public interface Work {
        void run(Event event, ImportLog log);
    }

    /** @throws ImportRefused when rows cannot be used although all or nothing was asked for */
    @Transactional(Transactional.TxType.MANDATORY)
    public ImportReport run(UUID eventId, ImportFormat format, byte[] file, ImportOptions options, Work work) {
        Event event = events.lock(eventId);
        event.requireOpen();
        var log = new ImportLog();
        byte[] hash = sha256(file);
        UUID sameFileAs = records.latest(eventId, format, hash).orElse(null);
        sql.update(PLAN_ANEW);
        sql.update("savepoint before_import");
        work.run(event, log);
        if (options.dryRun()) {
            // What the ORM has not written yet must never be: the rows it knows are gone.
            entities.clear();
            sql.update("rollback to savepoint before_import");
            return ImportReport.of(log, new ImportReport.Run(null, format, options, sameFileAs));
        }
        if (options.mode() == ImportMode.ALL_OR_NOTHING && log.total().unusable() > 0) {
            throw new ImportRefused(log);
        }
        var run = new ImportReport.Run(Ids.next(), format, options, sameFileAs);
        records.add(eventId, run, hash, log);
        return ImportReport.of(log, run);
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
