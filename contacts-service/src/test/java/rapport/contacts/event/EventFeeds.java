package rapport.contacts.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class EventFeeds {
    private EventFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new EventFeed().apply(List.of(messages), connection);
    }
}
