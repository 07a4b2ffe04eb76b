package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * An owner's contacts, for features that hang something on them. Who writes such a thing locks the owner first, so that the
 * contact stays what it is until the commit, and says at the end what was touched.
 */
@ApplicationScoped
public class ContactBook {
    private final ContactRepository contacts;
    private final Belongings belongings;
    private final EntityManager database;
    private final DataSource dataSource;

    ContactBook(ContactRepository contacts, Belongings belongings, EntityManager database, DataSource dataSource) {
        this.contacts = contacts;
        this.belongings = belongings;
        this.database = database;
        this.dataSource = dataSource;
    }

    /**
     * A contact of the owner.
     *
     * @param personId null as long as nobody knows who it is
     * @param revealed whether the owner may know who the person is
     */
    public record Entry(UUID id, UUID personId, boolean revealed) {}

    /** Keeps every other writer of the owner's contacts out until the end of the transaction. */
    public void lock(String owner) {
        contacts.lock(owner);
    }

    /** As {@link #lock(String)} for several owners; in one order, so that nobody waits in a circle. */
    public void lock(Collection<String> owners) {
        owners.stream()
                .distinct()
                .sorted(Comparator.comparing(ContactTable::lockKey))
                .forEach(contacts::lock);
    }

    /** The contact with this id, or the one it was folded into; phones may keep an old id for long. */
    public Entry require(String owner, UUID id) {
        Contact contact = contacts.require(owner, id);
        while (contact.mergedInto() != null) {
            contact = contacts.require(owner, contact.mergedInto());
        }
        Standing standing = contact.standing();
        return new Entry(contact.id(), standing.personId(), standing.status() == ContactStatus.ACTIVE);
    }

    /** Writes what the transaction has changed so far, and lets those compute anew who keep something about the contact. */
    public void touched(String owner, UUID contact) {
        database.flush();
        try (Connection connection = dataSource.getConnection()) {
            belongings.touched(connection, owner, List.of(contact));
        } catch (SQLException failure) {
            throw new IllegalStateException("what is kept about a contact could not be computed", failure);
        }
    }
}
