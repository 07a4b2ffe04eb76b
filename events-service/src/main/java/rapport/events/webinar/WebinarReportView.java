package rapport.events.webinar;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the import of a report did, or would do. Problems are listed first; the list is cut at {@value #MOST_ROWS} rows. */
@Schema(examples = """
                {"importId": "0199a4f1-0000-7a10-8a00-000000000009", "dryRun": false, "unchanged": false,
                 "format": "ZOOM_WEBINAR", "part": 1, "matched": 212, "unmatched": 1, "ignored": 0, "absent": 40,
                 "anonymous": 3, "withdrawn": 0, "warnings": [],
                 "rows": [{"row": 17, "kind": "attendee", "key": "4930****17", "outcome": "CONFLICT",
                           "reason": "unmatched"}], "rowsTruncated": false}""")
record WebinarReportView(
        @Schema(nullable = true, description = "Null for a dry run: it leaves nothing behind.")
        UUID importId,

        boolean dryRun,

        @Schema(description = "Whether the session's current report says the same.")
        boolean unchanged,

        WebinarFormat format,
        int part,

        @Schema(description = "Participants who were found among the registrations.")
        int matched,

        @Schema(description = "Participants who wait for somebody who knows.")
        int unmatched,

        @Schema(description = "Participants whom staff has decided to ignore.")
        int ignored,

        @Schema(description = "Lines about people who were not there.")
        int absent,

        @Schema(description = "Stays of people of whom the report says nothing.")
        int anonymous,

        @Schema(description = "Participants whom the report before had and this one has not.")
        int withdrawn,

        @Schema(description = "outside-the-session: no stay touches it, so the zone or the session may be wrong.")
        List<String> warnings,

        List<ReportLine> rows,
        boolean rowsTruncated) {
    static final int MOST_ROWS = 500;
}
