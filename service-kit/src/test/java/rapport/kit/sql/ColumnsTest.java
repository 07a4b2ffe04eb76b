package rapport.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.stack.parts.Database;
import rapport.stack.parts.Parts;

/** Whatever way the driver sends them, the arrays that arrive are those that were bound. */
class ColumnsTest {
    private record Row(UUID id, String text, Long number, Integer small, Boolean flag, Instant at) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    UUID.randomUUID(),
                    "a \"quoted\", {braced} \\ text",
                    4711L,
                    3,
                    true,
                    Instant.parse("2026-11-25T09:00:00.000001Z")),
            new Row(null, null, null, null, null, null),
            new Row(new UUID(-1, -1), "", Long.MIN_VALUE, -1, false, Instant.parse("1999-12-31T23:59:59.999999Z")));

    private static Connection connection(String... property) throws SQLException {
        Database database = Parts.shared().freshDatabase("columns");
        var properties = new Properties();
        properties.put("user", database.username());
        properties.put("password", database.password());
        if (property.length > 0) {
            properties.put(property[0], property[1]);
        }
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }

    @Test
    void rowsArriveWithTheirNulls() throws SQLException {
        try (Connection connection = connection("binaryTransferEnable", "UUID_ARRAY,TIMESTAMPTZ_ARRAY")) {
            assertThat(roundTrip(connection, ROWS)).isEqualTo(ROWS);
        }
    }

    @Test
    void noRowsAreNoRows() throws SQLException {
        try (Connection connection = connection("binaryTransferEnable", "UUID_ARRAY,TIMESTAMPTZ_ARRAY")) {
            assertThat(roundTrip(connection, List.of())).isEmpty();
        }
    }

    @Test
    void aConnectionThatTakesUuidsAsTextOnlyGetsTheSame() throws SQLException {
        try (Connection connection = connection()) {
            assertThat(roundTrip(connection, ROWS)).isEqualTo(ROWS);
            assertThat(roundTrip(connection, List.of())).isEmpty();
        }
    }

    private static List<Row> roundTrip(Connection connection, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select id, words, number, small, flag, at
                from   unnest(?::uuid[], ?::text[], ?::bigint[], ?::int4[], ?::bool[], ?::timestamptz[]) with ordinality
                       as r (id, words, number, small, flag, at, n)
                order  by n
                """)) {
            new Columns<>(connection, statement, rows)
                    .with("uuid", Row::id)
                    .with("text", Row::text)
                    .with("bigint", Row::number)
                    .with("int4", Row::small)
                    .with("bool", Row::flag)
                    .with("timestamptz", Row::at);
            var arrived = new ArrayList<Row>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    arrived.add(new Row(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, Long.class),
                            row.getObject(4, Integer.class),
                            row.getObject(5, Boolean.class),
                            Sql.instant(row, "at")));
                }
            }
            return arrived;
        }
    }
}
