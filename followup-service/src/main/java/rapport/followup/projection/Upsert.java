package rapport.followup.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.kit.json.Json;

/** Runs one statement over many rows, which travel as one JSON array ({@code jsonb_to_recordset}). */
final class Upsert {

    private Upsert() {}

    static int run(Connection connection, String sql, List<?> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, Json.lenient().writeValueAsString(rows));
            return statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows are not writable as JSON", e);
        }
    }
}
