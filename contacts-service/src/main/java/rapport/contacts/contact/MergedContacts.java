package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Contacts that hold merged ones follow what these learn. */
@ApplicationScoped
class MergedContacts {
    private final ContactTable table;
    private final DataSource database;

    MergedContacts(ContactTable table, DataSource database) {
        this.table = table;
        this.database = database;
    }

    /** Brings what holds the contact in line with it. The owner is locked, and the contact is written. */
    void follow(StoredContact contact) {
        try (Connection connection = database.getConnection()) {
            table.settle(connection, contact);
        } catch (SQLException failure) {
            throw new IllegalStateException("a merged contact could not follow", failure);
        }
    }
}
