package rapport.events.imports;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, or would do. Problems are listed first; the lists are cut at {@value ImportLog#ROWS} rows. */
@Schema(examples = """
                {"importId": "0199a4f1-0000-7a10-8a00-000000000001", "dryRun": false, "format": "SCHEDULE_XML",
                 "mode": "BEST_EFFORT", "changed": true, "sameFileAs": null,
                 "sessions": {"create": 1007, "update": 0, "skip": 0, "conflict": 0, "error": 0},
                 "speakers": {"create": 571, "update": 0, "skip": 0, "conflict": 0, "error": 0},
                 "registrations": {"create": 0, "update": 0, "skip": 0, "conflict": 0, "error": 0},
                 "rows": [{"row": 1, "kind": "session", "key": "270fa44c-821a-577f-8ca3-33e8d4a8c2a7",
                           "outcome": "CREATE", "faults": []}], "rowsTruncated": true,
                 "missing": [], "missingCount": 0, "removedCount": 0, "unknownColumns": []}""")
public record ImportReport(
        @Schema(nullable = true, description = "Null for a dry run: it leaves nothing behind.")
        UUID importId,

        boolean dryRun,
        ImportFormat format,
        ImportMode mode,

        @Schema(description = "False when everything was as the file says already.")
        boolean changed,

        @Schema(
                nullable = true,
                description = "The latest import of exactly this file into this event, if there was one.")
        UUID sameFileAs,

        Counts sessions,
        Counts speakers,
        Counts registrations,
        List<ImportRow> rows,
        boolean rowsTruncated,

        @Schema(description = "What an earlier schedule has brought and this one does not mention.")
        List<ImportRow> missing,

        int missingCount,

        @Schema(description = "How many of the missing were removed, because that was asked for.")
        int removedCount,

        @Schema(description = "Columns of the file that say nothing to us and were not read.")
        List<String> unknownColumns) {

    static ImportReport of(ImportLog log, Run run) {
        return new ImportReport(
                run.id(),
                run.options().dryRun(),
                run.format(),
                run.options().mode(),
                log.changed(),
                run.sameFileAs(),
                log.of(ImportLog.SESSION),
                log.of(ImportLog.SPEAKER),
                log.of(ImportLog.REGISTRATION),
                log.shown(),
                log.truncated(),
                log.missing(),
                log.missingCount(),
                log.removedCount(),
                List.copyOf(log.unknownColumns()));
    }

    /** @param id null for a dry run */
    record Run(UUID id, ImportFormat format, ImportOptions options, UUID sameFileAs) {}
}
