package rapport.contacts.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Keeps something that is computed from the rows that hang on contacts. */
public interface ContactWatch {

    /** Something that hangs on these contacts has changed, in this transaction. The owner is locked. */
    void touched(Connection connection, String owner, Collection<UUID> contacts) throws SQLException;
}
