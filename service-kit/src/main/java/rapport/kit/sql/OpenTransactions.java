package rapport.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Transactions of other sessions that may have read what stood before a change and can still write by it. Once none is left that
 * began before the change was visible, nobody acts on the old state any more. Sees the sessions of the same database user.
 */
public final class OpenTransactions {
    private static final String NOW = "select clock_timestamp()";

    private static final String OLDER = """
            select 1
            from   pg_stat_activity
            where  datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
            and    xact_start < ?
            limit  1
            """;

    private OpenTransactions() {}

    /** The database's time, to be asked for by a transaction that begins after the change was committed. */
    public static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOW);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** @param moment what {@link #now} said */
    public static boolean anyOlderThan(Instant moment, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLDER)) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
