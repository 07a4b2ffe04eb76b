package rapport.followup.followup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes follow-ups out of a table of work, in the running transaction. */
final class Turns {

    private Turns() {}

    static List<UUID> take(Connection connection, String sql, int batch) throws SQLException {
        List<UUID> taken = new ArrayList<>();
        try (var delete = connection.prepareStatement(sql)) {
            delete.setInt(1, batch);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getObject(1, UUID.class));
                }
            }
        }
        return taken;
    }
}
