package rapport.events.webinar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table within a report: a heading that names people and times, and the rows below it.
 *
 * @param title what stands above the heading; empty when nothing does
 */
record ReportTable(String title, Map<Column, Integer> columns, List<Grid.Row> rows) {
    private static final Set<Column> WHO =
            EnumSet.of(Column.NAME, Column.ORIGINAL_NAME, Column.FIRST_NAME, Column.EMAIL, Column.EXTERNAL_ID);
    private static final Set<Column> WHEN =
            EnumSet.of(Column.JOINED, Column.LEFT, Column.MINUTES, Column.SECONDS, Column.DURATION, Column.TIMESTAMP);

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The cleaned text of a cell; null when it is blank, a placeholder for nothing, or when there is no such column. */
    String get(Grid.Row row, Column column) {
        Integer index = columns.get(column);
        String text = index == null ? null : row.cell(index);
        return text == null || text.matches("[-\u2013\u2014]{1,3}|(?i)n/a") ? null : text;
    }

    /** All tables of a file, in their order. */
    static List<ReportTable> of(Grid grid, Headings headings) {
        var tables = new ArrayList<ReportTable>();
        ReportTable open = null;
        String title = "";
        for (int i = 0; i < grid.rows().size(); i++) {
            Grid.Row row = grid.rows().get(i);
            if (isHeading(row, headings)) {
                open = new ReportTable(title, columns(row, headings), new ArrayList<>());
                tables.add(open);
                title = "";
            } else if (isTitle(row) || row.title() != null && headingFollows(grid, i, headings)) {
                title = row.title();
                open = null;
            } else if (open != null) {
                open.rows.add(row);
            }
        }
        return tables;
    }

    private static boolean isHeading(Grid.Row row, Headings headings) {
        Set<Column> columns = columns(row, headings).keySet();
        return columns.stream().anyMatch(WHO::contains) && columns.stream().anyMatch(WHEN::contains);
    }

    private static boolean headingFollows(Grid grid, int row, Headings headings) {
        return row + 1 < grid.rows().size() && isHeading(grid.rows().get(row + 1), headings);
    }

    private static boolean isTitle(Grid.Row row) {
        return row.title() != null && row.title().matches("\\d\\. .*");
    }

    private static Map<Column, Integer> columns(Grid.Row row, Headings headings) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = headings.column(row.cell(i));
            if (column != null) {
                found.putIfAbsent(column, i);
            }
        }
        return found;
    }
}
