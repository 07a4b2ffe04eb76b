package rapport.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The right to publish, held by one relay per database as an advisory lock of a session. Everything the relay does in the
 * database goes over this one connection: whoever loses the session loses the right and the means to move the cursor at once.
 */
final class OutboxLease {
    private static final Logger LOG = Logger.getLogger(OutboxLease.class);
    private static final long LOCK = 0x6f7574626f78L;

    private final DataSource dataSource;
    private Connection connection;

    OutboxLease(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean held() {
        return connection != null;
    }

    /** Only while {@link #held()}. */
    Connection connection() {
        return connection;
    }

    /** Tries once; false when another relay is active. */
    boolean acquire() throws SQLException {
        Connection candidate = dataSource.getConnection();
        boolean locked = false;
        try {
            candidate.setAutoCommit(true);
            locked = tryLock(candidate);
            if (locked) {
                prepare(candidate);
                connection = candidate;
            }
            return locked;
        } finally {
            if (connection != candidate) {
                giveBack(candidate, locked);
            }
        }
    }

    /** Notices a lost session also while nothing is written. */
    void require() throws SQLException {
        if (connection == null || !connection.isValid(2)) {
            throw new SQLException("the session that holds the right to publish is gone", "08006");
        }
    }

    void release() {
        if (connection != null) {
            Connection held = connection;
            connection = null;
            giveBack(held, true);
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Statistics of a table that fills and empties all the time mislead; the relay's statements have one right plan each. */
    private static void prepare(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute("set enable_seqscan = off");
            settings.execute("set enable_bitmapscan = off");
            settings.execute("set plan_cache_mode = force_custom_plan");
            settings.execute("set jit = off");
        }
    }

    private static void giveBack(Connection connection, boolean locked) {
        try (connection) {
            if (locked) {
                try (Statement cleaning = connection.createStatement()) {
                    cleaning.execute("reset enable_seqscan");
                    cleaning.execute("reset enable_bitmapscan");
                    cleaning.execute("reset plan_cache_mode");
                    cleaning.execute("reset jit");
                    cleaning.execute("select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        } catch (SQLException e) {
            LOG.debugf("connection of the relay was broken, the database frees its lock: state=%s", e.getSQLState());
        }
    }
}
