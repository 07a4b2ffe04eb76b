package rapport.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds lists of rows as one array per column, for statements that begin with {@code unnest}. */
public final class Columns<R> {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<R> rows;
    private int parameter;

    public Columns(Connection connection, PreparedStatement statement, List<R> rows) {
        this(connection, statement, rows, 0);
    }

    private Columns(Connection connection, PreparedStatement statement, List<R> rows, int parameter) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.parameter = parameter;
    }

    /** Binds the next parameter: one column of all rows. */
    public Columns<R> with(String type, Function<R, ?> value) throws SQLException {
        Object[] column = new Object[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        statement.setArray(++parameter, connection.createArrayOf(type, column));
        return this;
    }

    /** Goes on with the columns of other rows. */
    public <S> Columns<S> then(List<S> others) {
        return new Columns<>(connection, statement, others, parameter);
    }
}
