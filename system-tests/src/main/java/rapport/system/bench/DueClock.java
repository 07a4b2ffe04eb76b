package rapport.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Makes tasks due in one commit and waits until none is left. Both statements are the side's own. */
final class DueClock {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private final String isLeft;

    DueClock(Connection connection, String isLeft) {
        this.connection = connection;
        this.isLeft = isLeft;
    }

    /** @return seconds from the commit on */
    double run(String release, int due) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            int released = statement.executeUpdate(release);
            if (released != due) {
                throw new IllegalStateException(due + " were to become due, but " + released + " did");
            }
            long from = System.nanoTime();
            connection.commit();
            connection.setAutoCommit(true);
            awaitEnd(from);
            return (System.nanoTime() - from) / 1e9;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void awaitEnd(long from) throws SQLException, InterruptedException {
        try (var statement = connection.prepareStatement(isLeft)) {
            while (true) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() - from > PATIENCE.toNanos()) {
                    throw new IllegalStateException("not done after " + PATIENCE);
                }
                Thread.sleep(LOOK);
            }
        }
    }
}
