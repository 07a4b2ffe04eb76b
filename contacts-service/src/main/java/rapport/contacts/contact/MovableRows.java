package rapport.contacts.contact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of a table with the columns {@code owner}, {@code contact_id} and a UUID of their own: any number of them per contact. */
public final class MovableRows implements ContactRows {
    private final String table;
    private final String move;
    private final String moveBack;

    /**
     * @param table a constant of the program, never a caller's text
     * @param id the column that holds the row's own id
     */
    public MovableRows(String table, String id) {
        this.table = table;
        this.move = "update %s set contact_id = ? where owner = ? and contact_id = ? returning %s".formatted(table, id);
        this.moveBack =
                "update %s set contact_id = ? where owner = ? and contact_id = ? and %s = any (?)".formatted(table, id);
    }

    @Override
    public String name() {
        return table;
    }

    @Override
    public List<UUID> move(Connection connection, String owner, UUID from, UUID to) throws SQLException {
        var moved = new ArrayList<UUID>();
        try (PreparedStatement statement = connection.prepareStatement(move)) {
            statement.setObject(1, to);
            statement.setString(2, owner);
            statement.setObject(3, from);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    moved.add(row.getObject(1, UUID.class));
                }
            }
        }
        return moved;
    }

    @Override
    public void moveBack(Connection connection, String owner, UUID from, UUID to, List<UUID> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(moveBack)) {
            statement.setObject(1, from);
            statement.setString(2, owner);
            statement.setObject(3, to);
            statement.setArray(4, connection.createArrayOf("uuid", rows.toArray()));
            statement.executeUpdate();
        }
    }
}
