package rapport.events.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param row the line of the file, or the position in it, from 1
 * @param key what identifies the thing: external id, else ORCID, else address
 */
public record ImportRow(
        long row,
        String kind,
        @Schema(nullable = true) String key,
        Outcome outcome,
        @Schema(nullable = true) String reason) {}
