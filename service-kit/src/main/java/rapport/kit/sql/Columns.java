package rapport.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Binds lists of rows as one array per column, for statements that begin with {@code unnest}. */
public final class Columns<R> {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<R> rows;
    private int parameter;

    public Columns(Connection connection, PreparedStatement statement, List<R> rows) {
        this(connection, statement, rows, 0);
    }

    /** @param parameter how many parameters in front of the arrays are bound otherwise */
    public Columns(Connection connection, PreparedStatement statement, List<R> rows, int parameter) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.parameter = parameter;
    }

    /**
     * Binds the next parameter: one column of all rows. The driver looks at the class of an array and not at what is in it, so
     * the usual types get arrays of their own: those are sent in binary form, an {@code Object[]} as text to be parsed.
     */
    public Columns<R> with(String type, Function<R, ?> value) throws SQLException {
        parameter++;
        switch (type) {
            case "uuid" -> statement.setObject(parameter, new UuidArray((UUID[]) column(value, UUID[]::new)));
            case "timestamptz" ->
                statement.setObject(parameter, new InstantArray((Instant[]) column(value, Instant[]::new)));
            case "text" -> array(type, column(value.andThen(Columns::text), String[]::new));
            case "bigint" -> array(type, column(value, Long[]::new));
            case "int4" -> array(type, column(value, Integer[]::new));
            case "bool" -> array(type, column(value, Boolean[]::new));
            default -> array(type, column(value, Object[]::new));
        }
        return this;
    }

    /** Goes on with the columns of other rows. */
    public <S> Columns<S> then(List<S> others) {
        return new Columns<>(connection, statement, others, parameter);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private void array(String type, Object[] column) throws SQLException {
        statement.setArray(parameter, connection.createArrayOf(type, column));
    }

    private Object[] column(Function<R, ?> value, IntFunction<Object[]> array) {
        Object[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
