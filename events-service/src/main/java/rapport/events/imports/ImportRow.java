package rapport.events.imports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.problem.Fault;

/**
 * @param row the line of the file, or the position in it, from 1; 0 for what the file does not mention
 * @param key what identifies the thing: external id, else ORCID, else address
 * @param faults why it cannot be used, or what is remarkable about it; pointers are {@code column:name} in CSV, JSON pointers
 *     in JSON
 */
public record ImportRow(
        long row, String kind, @Schema(nullable = true) String key, Outcome outcome, List<Fault> faults) {

    public ImportRow {
        faults = List.copyOf(faults);
    }
}
