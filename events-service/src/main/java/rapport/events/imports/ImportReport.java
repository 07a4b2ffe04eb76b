package rapport.events.imports;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, or would do. Problems are listed first; the list is cut at {@value ImportLog#ROWS} rows. */
@Schema(examples = """
                {"importId": "0199a4f1-0000-7a10-8a00-000000000001", "dryRun": false, "format": "SCHEDULE_XML",
                 "sessions": {"create": 1007, "update": 0, "skip": 0, "conflict": 0, "error": 0},
                 "speakers": {"create": 571, "update": 0, "skip": 0, "conflict": 0, "error": 0},
                 "registrations": {"create": 0, "update": 0, "skip": 0, "conflict": 0, "error": 0},
                 "rows": [{"row": 1, "kind": "session", "key": "270fa44c-821a-577f-8ca3-33e8d4a8c2a7",
                           "outcome": "CREATE", "reason": null}], "rowsTruncated": true}""")
public record ImportReport(
        @Schema(nullable = true, description = "Null for a dry run: it leaves nothing behind.")
        UUID importId,

        boolean dryRun,

        @Schema(enumeration = {"SCHEDULE_XML", "REGISTRATION_CSV", "SPEAKER_CSV"})
        String format,

        Counts sessions,
        Counts speakers,
        Counts registrations,
        List<ImportRow> rows,
        boolean rowsTruncated) {}
