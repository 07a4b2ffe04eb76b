package rapport.events.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;
import rapport.kit.json.Json;

/** The audit of exports: who took which data out, when, in what shape. */
@ApplicationScoped
class ExportRecords {
    private static final String INSERT = """
            insert into export_record (id, event_id, subject, format, row_kind, zone, emails_allowed, formula_guard,
                                       guarded_cells, row_count, bytes, etag, fields, filter, purpose, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;

    private static final String OF_EVENT = """
            select id, subject, format, row_kind, zone, emails_allowed, formula_guard, guarded_cells, row_count, bytes,
                   fields, filter::text as filter, purpose, created_at
            from   export_record
            where  event_id = ? and id > ?
            order  by id
            limit  ?
            """;

    @Schema(examples = """
                    {"id": "0199a4f5-0000-7a10-8a00-000000000001", "subject": "11111111-1111-4111-8111-000000000001",
                     "format": "CSV", "rows": "SPEAKER", "zone": "Europe/Vienna", "emailsAllowed": true,
                     "formulaGuard": "APOSTROPHE", "guardedCells": 1, "rowCount": 571, "bytes": 214031,
                     "fields": ["display_name", "affiliation"], "filter": {"track": "Cardiology"},
                     "purpose": "Name tags for the speakers' dinner",
                     "createdAt": "2026-11-23T10:00:00Z"}""")
    record ExportRecord(
            UUID id,
            String subject,

            @Schema(enumeration = {"CSV", "XLSX", "JSON", "NDJSON", "VCF"})
            String format,

            @Schema(enumeration = {"SPEAKER", "SPEAKER_SESSION", "REGISTRATION", "ATTENDANCE"})
            String rows,

            String zone,
            boolean emailsAllowed,

            @Schema(enumeration = {"APOSTROPHE", "NONE"}) String formulaGuard,

            long guardedCells,
            long rowCount,
            long bytes,
            List<String> fields,
            Map<String, String> filter,

            @Schema(nullable = true, description = "Why, in the words of who exported.")
            String purpose,

            Instant createdAt) {}

    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    ExportRecords(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** What keeps a spreadsheet from running cells of this format. */
    static String guard(Format format) {
        return format.isGuarded() ? "APOSTROPHE" : "NONE";
    }

    void add(Export export, Spool spool, String etag) {
        Format format = export.shape().format();
        sql.update(
                INSERT,
                Ids.next(),
                export.eventId(),
                caller.subject(),
                format,
                export.kind(),
                export.zone(),
                export.emailsAllowed(),
                guard(format),
                spool.guardedCells(),
                spool.rows(),
                spool.bytes(),
                etag,
                export.selection().keys(),
                Json.canonical(export.filter()),
                export.purpose(),
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
                        Sql.texts(row, "fields"),
                        filter(row.getString("filter")),
                        row.getString("purpose"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                eventId,
                after,
                limit);
    }

    private static Map<String, String> filter(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record holds what was not written by us", e);
        }
    }
}
