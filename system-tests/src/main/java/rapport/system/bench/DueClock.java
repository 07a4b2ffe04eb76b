package rapport.system.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Makes tasks due in one commit and waits until none is left. Both statements are the side's own. The database is asked only when
 * the side says that it has executed them all: asking a million rows again and again would take a core from the side.
 */
final class DueClock {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private final String isLeft;

    DueClock(Connection connection, String isLeft) {
        this.connection = connection;
        this.isLeft = isLeft;
    }

    /** Says whether as many were executed as are due; cheap, because it is asked all the time. */
    interface Executed {
        boolean all() throws IOException;
    }

    /** @return seconds from the commit on */
    double run(String release, int due, Executed executed) throws SQLException, IOException, InterruptedException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            int released = statement.executeUpdate(release);
            if (released != due) {
                throw new IllegalStateException(due + " were to become due, but " + released + " did");
            }
            long from = System.nanoTime();
            connection.commit();
            connection.setAutoCommit(true);
            awaitEnd(from, executed);
            return (System.nanoTime() - from) / 1e9;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void awaitEnd(long from, Executed executed) throws SQLException, IOException, InterruptedException {
        try (var statement = connection.prepareStatement(isLeft)) {
            while (!executed.all() || isLeft(statement)) {
                if (System.nanoTime() - from > PATIENCE.toNanos()) {
                    throw new IllegalStateException("not done after " + PATIENCE);
                }
                Thread.sleep(LOOK);
            }
        }
    }

    private static boolean isLeft(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
