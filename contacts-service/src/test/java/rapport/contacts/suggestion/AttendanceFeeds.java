package rapport.contacts.suggestion;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class AttendanceFeeds {
    private AttendanceFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new AttendanceFeed().apply(List.of(messages), connection);
    }
}
