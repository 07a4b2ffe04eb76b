package rapport.contacts.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactRows;

/** A contact's own cadence goes along when contacts become one, unless the other one has its own: then that one counts. */
@ApplicationScoped
class CadenceRows implements ContactRows {
    private static final String MOVE = """
            update contact_cadence k
            set    contact_id = ?
            where  k.owner = ? and k.contact_id = ?
            and    not exists (select 1 from contact_cadence other where other.owner = k.owner and other.contact_id = ?)
            """;

    @Override
    public String name() {
        return "contact_cadence";
    }

    /** There is one row at most; it has no id but the contact's. */
    @Override
    public List<UUID> move(Connection connection, String owner, UUID from, UUID to) throws SQLException {
        return moved(connection, owner, from, to) ? List.of(from) : List.of();
    }

    @Override
    public void moveBack(Connection connection, String owner, UUID from, UUID to, List<UUID> rows) throws SQLException {
        moved(connection, owner, to, from);
    }

    private static boolean moved(Connection connection, String owner, UUID from, UUID to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, to);
            statement.setString(2, owner);
            statement.setObject(3, from);
            statement.setObject(4, to);
            return statement.executeUpdate() > 0;
        }
    }
}
