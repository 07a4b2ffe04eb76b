package rapport.contacts.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class SessionFeeds {
    private SessionFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new SessionFeed().apply(List.of(messages), connection);
    }
}
