package rapport.events.webinar;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/** Reads what a caller says about a file's columns: {@code name=Wer;joined=Von;left=Bis}. */
final class ColumnNames {
    private static final int LONGEST = 1000;

    private static final Map<String, Column> NAMES = Map.of(
            "name", Column.NAME,
            "first_name", Column.FIRST_NAME,
            "last_name", Column.LAST_NAME,
            "email", Column.EMAIL,
            "external_id", Column.EXTERNAL_ID,
            "orcid", Column.ORCID,
            "joined", Column.JOINED,
            "left", Column.LEFT,
            "minutes", Column.MINUTES,
            "duration", Column.DURATION);

    static final Set<String> KNOWN = NAMES.keySet();

    private ColumnNames() {}

    /** @param text null for nothing */
    static Map<Column, String> read(String text) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        if (text == null) {
            return columns;
        }
        if (text.length() > LONGEST) {
            throw refused("The value is too long.");
        }
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            Column column =
                    equals < 0 ? null : NAMES.get(pair.substring(0, equals).strip());
            String heading = pair.substring(equals + 1).strip();
            if (column == null || heading.isEmpty() || columns.put(column, heading) != null) {
                throw refused("'" + DomainException.excerpt(pair) + "' does not say which heading a column has.");
            }
        }
        return columns;
    }

    private static Invalid refused(String message) {
        return new Invalid(List.of(Fault.query("columns", "malformed", message)));
    }
}
