package rapport.contacts.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Rows of a feature that hang on a contact. When a contact becomes a part of another one they go along, and when that is undone they
 * come back. A feature that keeps such rows has one bean of this kind per table; {@link Belongings} asks them all.
 */
public interface ContactRows {
    /** What the rows are called in the record of a merge. Stored, so it never changes. */
    String name();

    /**
     * Gives the rows of one contact to another one. The owner is locked.
     *
     * @return the ids of the rows that went
     */
    List<UUID> move(Connection connection, String owner, UUID from, UUID to) throws SQLException;

    /**
     * Gives back the rows that {@link #move} gave away, as far as they are still there. The owner is locked.
     *
     * @param from the contact that gave them and gets them back
     * @param to the contact that has them now
     * @param rows what {@link #move} returned
     */
    void moveBack(Connection connection, String owner, UUID from, UUID to, List<UUID> rows) throws SQLException;
}
