package rapport.contacts.contact;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that features keep about contacts, for those who merge contacts and take merges back. */
@ApplicationScoped
@Unremovable
public class Belongings {
    private final List<ContactRows> rows;
    private final List<ContactWatch> watches;

    public Belongings(@All List<ContactRows> rows, @All List<ContactWatch> watches) {
        this.rows = List.copyOf(rows);
        this.watches = List.copyOf(watches);
    }

    /**
     * Gives all that hangs on one contact to another one. The owner is locked.
     *
     * @return which rows went, by {@link ContactRows#name}: what {@link #moveBack} needs
     */
    public Map<String, List<UUID>> move(Connection connection, String owner, UUID from, UUID to) throws SQLException {
        var moved = new TreeMap<String, List<UUID>>();
        for (ContactRows one : rows) {
            List<UUID> ids = one.move(connection, owner, from, to);
            if (!ids.isEmpty()) {
                moved.put(one.name(), ids);
            }
        }
        touched(connection, owner, List.of(from, to));
        return moved;
    }

    /** Takes back what {@link #move} did. What was added to the other contact afterwards stays there. */
    public void moveBack(Connection connection, String owner, UUID from, UUID to, Map<String, List<UUID>> moved)
            throws SQLException {
        for (ContactRows one : rows) {
            List<UUID> ids = moved.getOrDefault(one.name(), List.of());
            if (!ids.isEmpty()) {
                one.moveBack(connection, owner, from, to, ids);
            }
        }
        touched(connection, owner, List.of(from, to));
    }

    /** Lets those compute anew who keep something about these contacts. */
    public void touched(Connection connection, String owner, Collection<UUID> contacts) throws SQLException {
        for (ContactWatch watch : watches) {
            watch.touched(connection, owner, contacts);
        }
    }
}
