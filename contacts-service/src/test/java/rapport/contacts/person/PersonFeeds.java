package rapport.contacts.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import rapport.contacts.erased.ErasedIdentities;
import rapport.contacts.settle.Settlers;
import rapport.kit.inbound.Inbound;

/** Opens the feed to tests of other packages. */
public final class PersonFeeds {
    /** Of the service, or any where none runs. */
    private static String key() {
        return ConfigProvider.getConfig()
                .getOptionalValue("rapport.token-key", String.class)
                .orElse("a2V5IG9mIGEgdGVzdCwgbG9uZyBlbm91Z2g=");
    }

    private PersonFeeds() {}

    public static void apply(Connection connection, Inbound... messages) throws SQLException {
        new PersonFeed(Settlers.idle(), new ErasedIdentities(key())).apply(List.of(messages), connection);
    }
}
