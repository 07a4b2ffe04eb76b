package rapport.contacts.contactmerge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rapport.contacts.contact.ContactMerging.Pair;
import rapport.kit.json.Json;

/**
 * A merge as it is remembered.
 *
 * @param moved the rows of each feature that went along
 */
record StoredMerge(UUID id, Pair pair, Instant mergedAt, Instant undoneAt, Map<String, List<UUID>> moved) {
    static final Duration UNDOABLE = Duration.ofDays(30);
    static final String COLUMNS = "id, winner_id, loser_id, merged_at, undone_at, moved";

    private static final TypeReference<Map<String, List<UUID>>> MOVED = new TypeReference<>() {};

    static StoredMerge read(ResultSet row) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new StoredMerge(
                row.getObject("id", UUID.class),
                new Pair(row.getObject("winner_id", UUID.class), row.getObject("loser_id", UUID.class)),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant(),
                moved(row.getString("moved")));
    }

    private static Map<String, List<UUID>> moved(String json) {
        try {
            return Json.lenient().readValue(json, MOVED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a merge has moved is not readable", e);
        }
    }

    boolean undoableAt(Instant now) {
        return now.isBefore(mergedAt.plus(UNDOABLE));
    }

    MergeView view() {
        return new MergeView(id, pair.winner(), pair.loser(), mergedAt, mergedAt.plus(UNDOABLE), undoneAt, counts());
    }

    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        moved.forEach(
                (what, rows) -> counts.put(what, (int) rows.stream().distinct().count()));
        return counts;
    }
}
