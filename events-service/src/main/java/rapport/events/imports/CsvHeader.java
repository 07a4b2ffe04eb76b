package rapport.events.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Invalid;

/**
 * Which column each cell of a CSV file belongs to.
 *
 * @param columns by position; null where the file has something that we do not know
 * @param names what the file calls them
 */
record CsvHeader(List<String> columns, List<String> names) {

    static CsvHeader of(List<String> cells, Columns known) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String header = cells.get(i);
            Integer other = known.meant(header).map(places::get).orElse(null);
            if (other != null && Columns.key(cells.get(other)).equals(Columns.key(header))) {
                throw Invalid.of(
                        "",
                        "duplicate-header",
                        "The column '" + DomainException.excerpt(header.strip()) + "' is there more than once.");
            }
            // Of two columns that mean the same, the one with our own name is asked.
            if (other == null || known.isOwnName(header)) {
                int place = i;
                known.meant(header).ifPresent(column -> places.put(column, place));
            }
        }
        known.requireOneOf(places.keySet());
        var columns = new ArrayList<String>(java.util.Collections.nCopies(cells.size(), null));
        places.forEach((column, place) -> columns.set(place, column));
        return new CsvHeader(columns, cells.stream().map(CsvHeader::shown).toList());
    }

    private static String shown(String cell) {
        String clean = CellText.clean(cell);
        return clean == null ? "" : DomainException.excerpt(clean);
    }

    int size() {
        return columns.size();
    }

    String column(int place) {
        return columns.get(place);
    }

    String name(int place) {
        return names.get(place);
    }

    /** The names of the columns that are not read. */
    List<String> unknown() {
        var unknown = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) == null && !names.get(i).isEmpty()) {
                unknown.add(names.get(i));
            }
        }
        return unknown;
    }
}
