package rapport.kit.inbound;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of parked messages. */
final class ParkedStore {
    private static final String PARK = """
            insert into parked_message (topic, partition_no, record_offset, record_time, key, headers, body, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint uq_parked_message_record do nothing
            """;
    private static final String OPEN = """
            select   id, topic, partition_no, record_offset, record_time, key, headers, body, reason, attempts,
                     parked_at, replayed_at
            from     parked_message
            where    replayed_at is null and id > ?
            order by id
            limit    ?
            """;
    private static final String LOCK = """
            select id, topic, partition_no, record_offset, record_time, key, headers, body, reason, attempts,
                   parked_at, replayed_at
            from   parked_message
            where  id = ?
            for update
            """;
    private static final String REPLAYED = """
            update parked_message set attempts = attempts + 1, replayed_at = ? where id = ?
            """;
    private static final String FAILED = """
            update parked_message set attempts = attempts + 1, reason = ? where id = ?
            """;

    private ParkedStore() {}

    /** False when this very record is parked already. */
    static boolean park(Connection connection, RawMessage raw, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PARK)) {
            insert.setString(1, raw.topic());
            insert.setInt(2, raw.partition());
            insert.setLong(3, raw.offset());
            insert.setLong(4, raw.timestamp());
            insert.setBytes(5, raw.key());
            insert.setBytes(6, raw.storedHeaders());
            insert.setBytes(7, raw.body());
            insert.setString(8, reason);
            return insert.executeUpdate() == 1;
        }
    }

    static List<Parked> open(Connection connection, UUID after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setObject(1, after);
            select.setInt(2, limit);
            var found = new ArrayList<Parked>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    static Optional<Parked> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static void replayed(Connection connection, UUID id, OffsetDateTime now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REPLAYED)) {
            update.setObject(1, now);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    static void failedAgain(Connection connection, UUID id, String reason) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FAILED)) {
            update.setString(1, reason);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private static Parked read(ResultSet row) throws SQLException {
        var raw = new RawMessage(
                row.getString("topic"),
                row.getInt("partition_no"),
                row.getLong("record_offset"),
                row.getLong("record_time"),
                row.getBytes("key"),
                RawMessage.headers(row.getBytes("headers")),
                row.getBytes("body"));
        OffsetDateTime replayedAt = row.getObject("replayed_at", OffsetDateTime.class);
        return new Parked(
                row.getObject("id", UUID.class),
                raw,
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                replayedAt == null ? null : replayedAt.toInstant());
    }
}
