package rapport.contacts.contactmerge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** An owner's merges. Their ids grow with time. */
@ApplicationScoped
class MergeTable {
    private static final String FIND =
            "select " + StoredMerge.COLUMNS + " from contact_merge where owner = ? and id = ?";

    private static final String PAGE = "select " + StoredMerge.COLUMNS + """
             from   contact_merge
            where  owner = ? and id < ?
            order  by id desc
            limit  ?
            """;

    StoredMerge require(Connection connection, String owner, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, owner);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return StoredMerge.read(row);
                }
            }
        }
        throw new NotFound("merge");
    }

    /** The latest first. */
    List<StoredMerge> page(Connection connection, String owner, UUID before, int fetch) throws SQLException {
        var merges = new ArrayList<StoredMerge>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, owner);
            statement.setObject(2, before);
            statement.setInt(3, fetch);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    merges.add(StoredMerge.read(row));
                }
            }
        }
        return merges;
    }
}
