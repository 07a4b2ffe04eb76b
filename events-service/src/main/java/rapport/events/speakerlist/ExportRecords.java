package rapport.events.speakerlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;

/** The audit of exports: who took which data out, when, in what shape. */
@ApplicationScoped
class ExportRecords {
    static final String GUARD = "APOSTROPHE";

    private static final String INSERT = """
            insert into export_record (id, event_id, subject, format, row_kind, zone, emails_allowed, formula_guard,
                                       guarded_cells, row_count, bytes, etag, created_at)
            values (?, ?, ?, 'CSV', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_EVENT = """
            select id, subject, format, row_kind, zone, emails_allowed, formula_guard, guarded_cells, row_count, bytes, created_at
            from   export_record
            where  event_id = ? and id > ?
            order  by id
            limit  ?
            """;

    @Schema(examples = """
                    {"id": "0199a4f5-0000-7a10-8a00-000000000001", "subject": "11111111-1111-4111-8111-000000000001",
                     "format": "CSV", "rows": "SPEAKER", "zone": "Europe/Vienna", "emailsAllowed": true,
                     "formulaGuard": "APOSTROPHE", "guardedCells": 1, "rowCount": 571, "bytes": 214031,
                     "createdAt": "2026-11-23T10:00:00Z"}""")
    record ExportRecord(
            UUID id,
            String subject,
            String format,
            String rows,
            String zone,
            boolean emailsAllowed,
            String formulaGuard,
            long guardedCells,
            long rowCount,
            long bytes,
            Instant createdAt) {}

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    ExportRecords(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    void add(ExportRequest request, Spool spool, String etag) {
        sql.update(
                INSERT,
                Ids.next(),
                request.eventId(),
                caller.subject(),
                request.rows(),
                request.zone(),
                request.emailsAllowed(),
                GUARD,
                spool.guardedCells(),
                spool.rows(),
                spool.bytes(),
                etag,
                clock.instant());
    }

    List<ExportRecord> of(UUID eventId, UUID after, int limit) {
        return sql.query(
                OF_EVENT,
                row -> new ExportRecord(
                        Sql.id(row, "id"),
                        row.getString("subject"),
                        row.getString("format"),
                        row.getString("row_kind"),
                        row.getString("zone"),
                        row.getBoolean("emails_allowed"),
                        row.getString("formula_guard"),
                        row.getLong("guarded_cells"),
                        row.getLong("row_count"),
                        row.getLong("bytes"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                eventId,
                after,
                limit);
    }
}
