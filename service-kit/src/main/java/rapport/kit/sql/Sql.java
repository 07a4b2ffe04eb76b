package rapport.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What JDBC says clumsily, on a connection and in a transaction of the caller. Instants are bound as offset times, constants by
 * their name, collections as arrays of uuid or text.
 */
public final class Sql {
    private static final int BATCH = 500;

    private Sql() {}

    /** Turns the row a result set stands on into a value. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the row a result set stands on. */
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    public static void each(Connection connection, String sql, RowConsumer consumer, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    consumer.accept(row);
                }
            }
        }
    }

    public static <T> List<T> query(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        var found = new ArrayList<T>();
        each(connection, sql, row -> found.add(reader.read(row)), parameters);
        return found;
    }

    public static <T> Optional<T> first(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        return query(connection, sql, reader, parameters).stream().findFirst();
    }

    /** @return how many rows changed */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** The same statement for many rows, sent in few round trips. */
    public static void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** As a parameter; null for null. */
    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Null where the column is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void bind(Connection connection, PreparedStatement statement, Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Enum<?> constant -> statement.setString(i + 1, constant.name());
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Collection<?> values -> bind(connection, statement, i + 1, values);
                case null -> statement.setObject(i + 1, null);
                default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int parameter, Collection<?> values)
            throws SQLException {
        if (!values.isEmpty() && values.iterator().next() instanceof UUID) {
            statement.setObject(parameter, new UuidArray(values.toArray(UUID[]::new)));
        } else {
            String[] texts = values.stream()
                    .map(each -> each == null ? null : each.toString())
                    .toArray(String[]::new);
            statement.setArray(parameter, connection.createArrayOf("text", texts));
        }
    }
}
