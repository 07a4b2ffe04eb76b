package rapport.contacts.addressbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, or would do. */
record ImportReport(
        @Schema(required = true) boolean dryRun,

        @Schema(required = true, description = "Rows by outcome.", examples = "{\"CREATED\": 12, \"SKIPPED\": 3}")
        Map<RowOutcome, Integer> counts,

        @Schema(required = true, description = "One per row or card, in the order of the file.")
        List<RowResult> rows) {

    static ImportReport of(boolean dryRun, List<RowResult> rows) {
        var counts = new TreeMap<RowOutcome, Integer>();
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.put(outcome, 0);
        }
        rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        return new ImportReport(dryRun, counts, rows);
    }
}
