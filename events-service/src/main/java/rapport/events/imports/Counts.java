package rapport.events.imports;

import java.util.Collection;

public record Counts(int create, int update, int skip, int conflict, int error) {

    static Counts of(Collection<ImportRow> rows, String kind) {
        int[] counts = new int[Outcome.values().length];
        rows.stream()
                .filter(row -> row.kind().equals(kind))
                .forEach(row -> counts[row.outcome().ordinal()]++);
        return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    Counts plus(Counts other) {
        return new Counts(
                create + other.create,
                update + other.update,
                skip + other.skip,
                conflict + other.conflict,
                error + other.error);
    }
}
