package rapport.events.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Set-based statements next to the ORM: inside a transaction they use its connection. What the ORM has not flushed yet they
 * do not see. Parameters are bound as {@link rapport.kit.sql.Sql} says.
 */
@ApplicationScoped
public class Sql {
    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something that is done with the connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> List<T> query(String sql, rapport.kit.sql.Sql.RowReader<T> reader, Object... parameters) {
        return run(connection -> rapport.kit.sql.Sql.query(connection, sql, reader, parameters));
    }

    public int update(String sql, Object... parameters) {
        return run(connection -> rapport.kit.sql.Sql.update(connection, sql, parameters));
    }

    /** The same statement for many rows, sent in few round trips. */
    public void batch(String sql, List<Object[]> rows) {
        run(connection -> {
            rapport.kit.sql.Sql.batch(connection, sql, rows);
            return null;
        });
    }

    /** The text array of a column, empty when it is null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return rapport.kit.sql.Sql.id(row, column);
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }
}
