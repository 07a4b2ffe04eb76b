package rapport.events.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;

/**
 * What is exported, and what its record tells.
 *
 * @param kind what a row is, for the record
 * @param title the beginning of the file's name
 * @param filter what was asked for besides; never null
 * @param emailsAllowed whether the caller's role allows addresses at all
 * @param purpose why, in the caller's words; null when they say nothing
 */
public record Export(
        UUID eventId,
        String kind,
        String title,
        Selection selection,
        Shape shape,
        Cards cards,
        String zone,
        Map<String, String> filter,
        boolean emailsAllowed,
        String purpose) {

    Sheet sheet(OutputStream out) throws IOException {
        return switch (shape.format()) {
            case CSV -> new CsvSheet(out, shape, selection.keys());
            case XLSX -> new XlsxSheet(out, selection.columns());
            case JSON -> new JsonSheet(out, selection.columns(), false);
            case NDJSON -> new JsonSheet(out, selection.columns(), true);
            case VCF -> new VcfSheet(out, selection.keys(), cards);
        };
    }

    /** Everything besides the rows that decides about the bytes of the file. */
    String form() {
        return shape + "\n" + String.join(",", selection.keys()) + "\n";
    }
}
