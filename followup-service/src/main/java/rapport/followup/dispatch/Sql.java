package rapport.followup.dispatch;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** What JDBC says clumsily. */
final class Sql {

    private Sql() {}

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** One column of many rows, as a parameter for {@code unnest}. Instants become offset times. */
    static <T> Array column(Connection connection, String type, List<T> rows, Function<T, ?> value)
            throws SQLException {
        return connection.createArrayOf(
                type,
                rows.stream()
                        .map(value)
                        .map(each -> each instanceof Instant instant ? time(instant) : each)
                        .toArray());
    }
}
