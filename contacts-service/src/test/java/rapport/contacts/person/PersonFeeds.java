package rapport.contacts.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.contacts.settle.Settlers;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class PersonFeeds {
    private PersonFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new PersonFeed(Settlers.idle()).apply(List.of(messages), connection);
    }
}
