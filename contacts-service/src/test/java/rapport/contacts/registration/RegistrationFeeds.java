package rapport.contacts.registration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.contacts.settle.Settlers;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class RegistrationFeeds {
    private RegistrationFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new RegistrationFeed(Settlers.idle()).apply(List.of(messages), connection);
    }
}
