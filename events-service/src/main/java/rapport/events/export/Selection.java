package rapport.events.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is taken out of the database: one statement, so one snapshot, whatever the number of rows.
 *
 * @param from everything from {@code from} on, with an order that leaves no two rows equal
 */
public record Selection(List<Column> columns, String from) {

    public Selection {
        columns = List.copyOf(columns);
    }

    /** The statement by which the rows are read. */
    public String query() {
        String values = columns.stream()
                .map(column -> column.sql() + " as " + column.key())
                .collect(Collectors.joining(",\n       "));
        return "select %s\n%s".formatted(values, from);
    }

    String copy(Shape shape) {
        return "copy (\n%s) to stdout with (%s)".formatted(query(), options(shape));
    }

    List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }

    private String options(Shape shape) {
        if (shape.format() != Format.CSV) {
            return "format text, encoding 'UTF8'";
        }
        // Words are quoted always: a cell with another delimiter in it stays one cell in whatever opens it.
        String words = columns.stream()
                .filter(column -> column.kind().isWords())
                .map(Column::key)
                .collect(Collectors.joining(", "));
        return "format csv, delimiter E'%s', encoding 'UTF8'%s"
                .formatted(shape.delimiter().sql(), words.isEmpty() ? "" : ", force_quote (" + words + ")");
    }
}
