package rapport.events.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.sql.Sql;
import rapport.kit.identity.Caller;

/** The history of imports: who brought which file into an event, when, and what came of it. */
@ApplicationScoped
class ImportRecords {
    private static final String INSERT = """
            insert into import_run (id, event_id, format, mode, subject, file_hash, created, updated, skipped, conflicts,
                                    errors, removed, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LATEST = """
            select id
            from   import_run
            where  event_id = ? and format = ? and file_hash = ?
            order  by id desc
            limit  1
            """;

    private static final String OF_EVENT = """
            select id, format, mode, subject, created, updated, skipped, conflicts, errors, removed, created_at
            from   import_run
            where  event_id = ? and id < ?
            order  by id desc
            limit  ?
            """;

    @Schema(examples = """
                    {"id": "0199a4f1-0000-7a10-8a00-000000000001", "format": "REGISTRATION_CSV", "mode": "BEST_EFFORT",
                     "subject": "11111111-1111-4111-8111-000000000001",
                     "rows": {"create": 240, "update": 3, "skip": 0, "conflict": 1, "error": 0}, "removed": 0,
                     "createdAt": "2026-11-01T10:00:00Z"}""")
    record ImportRecord(
            UUID id,
            ImportFormat format,
            ImportMode mode,
            String subject,
            Counts rows,
            int removed,
            Instant createdAt) {}

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    ImportRecords(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    void add(UUID eventId, ImportReport.Run run, byte[] hash, ImportLog log) {
        Counts counts = log.total();
        sql.update(
                INSERT,
                run.id(),
                eventId,
                run.format(),
                run.options().mode(),
                caller.subject(),
                hash,
                counts.create(),
                counts.update(),
                counts.skip(),
                counts.conflict(),
                counts.error(),
                log.removedCount(),
                clock.instant());
    }

    /** The latest import of exactly this file. */
    Optional<UUID> latest(UUID eventId, ImportFormat format, byte[] hash) {
        return sql.query(LATEST, row -> Sql.id(row, "id"), eventId, format, hash).stream()
                .findFirst();
    }

    /** The imports before this one, the newest first. */
    List<ImportRecord> before(UUID eventId, UUID before, int limit) {
        return sql.query(OF_EVENT, ImportRecords::record, eventId, before, limit);
    }

    private static ImportRecord record(ResultSet row) throws SQLException {
        return new ImportRecord(
                Sql.id(row, "id"),
                ImportFormat.valueOf(row.getString("format")),
                ImportMode.valueOf(row.getString("mode")),
                row.getString("subject"),
                new Counts(
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("skipped"),
                        row.getInt("conflicts"),
                        row.getInt("errors")),
                row.getInt("removed"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
