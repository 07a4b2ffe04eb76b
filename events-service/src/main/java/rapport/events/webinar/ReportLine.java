package rapport.events.webinar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.imports.Outcome;

/**
 * What an import did, or would do, with a row of a report.
 *
 * @param row the line of the file, from 1
 * @param key how the report calls the participant
 * @param reason why it was refused, or how it was matched
 */
record ReportLine(
        long row,
        String kind,
        @Schema(nullable = true) String key,
        Outcome outcome,
        @Schema(nullable = true) String reason) {}
