package rapport.contacts.speaker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class SpeakerFeeds {
    private SpeakerFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new SpeakerFeed().apply(List.of(messages), connection);
    }
}
