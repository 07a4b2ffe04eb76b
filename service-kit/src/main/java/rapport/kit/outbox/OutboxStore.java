package rapport.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The relay's statements. The rows to publish next are those that became visible between two snapshots, ordered by number.
 *
 * <p>Ordering by number is right for each key: who changes an aggregate sees the change before, so it draws a later number.
 * Ordering by transaction id is not, since a transaction may get its id long before it waits for the aggregate's lock. And
 * "every number above the last one" loses rows that commit late.
 */
final class OutboxStore {
    private static final String CURSOR = """
            select published::text, target::text, position,
                   pg_snapshot_xmax(published) > pg_snapshot_xmax(pg_current_snapshot()) as foreign_cluster
            from   outbox_cursor
            """;
    private static final String NEXT_TARGET = """
            select pg_current_snapshot()::text as target,
                   least(
                       (select min(seq + 0) from outbox where xid = any (array(select pg_snapshot_xip(?)))),
                       (select min(seq + 0) from outbox where xid >= pg_snapshot_xmax(?))
                   ) as first
            """;
    private static final String PAGE = """
            select   seq, topic, key::text as key, id::text as id, version, type,
                     (extract(epoch from created_at) * 1000000)::bigint as created_micros, trace, body
            from     outbox
            where    seq > ?
            and      pg_visible_in_snapshot(xid, ?)
            and      not pg_visible_in_snapshot(xid, ?)
            order by seq
            limit    ?
            """;
    private static final String MOVE = """
            update outbox_cursor set published = ?, target = ?, position = ?
            """;
    private static final String PURGE = """
            delete from outbox
            where  seq = any (array(
                select   seq
                from     outbox
                where    pg_visible_in_snapshot(xid, ?)
                order by seq
                limit    ?
            ))
            """;
    private static final String ADOPT = """
            with cursor as (update outbox_cursor set published = '1:1:', target = null, position = 0)
            update outbox set xid = pg_current_xact_id()
            """;

    private OutboxStore() {}

    /**
     * The stored cursor. Where the database was restored into another cluster, stored transaction ids mean nothing: then everything
     * that is left counts as unpublished.
     */
    static OutboxCursor cursor(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CURSOR);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("outbox_cursor has no row");
            }
            if (!row.getBoolean("foreign_cluster")) {
                return new OutboxCursor(row.getString("published"), row.getString("target"), row.getLong("position"));
            }
        }
        try (PreparedStatement adopt = connection.prepareStatement(ADOPT)) {
            adopt.executeUpdate();
        }
        return new OutboxCursor("1:1:", null, 0);
    }

    /** The cursor with a target if rows have become visible, else without one but looking from now on. */
    static OutboxCursor look(Connection connection, OutboxCursor cursor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT_TARGET)) {
            select.setObject(1, cursor.published(), Types.OTHER);
            select.setObject(2, cursor.published(), Types.OTHER);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long first = row.getLong("first");
                boolean nothingNew = row.wasNull();
                OutboxCursor towards = cursor.towards(row.getString("target"), first - 1);
                return nothingNew ? towards.arrived() : towards;
            }
        }
    }

    static List<OutboxRow> page(Connection connection, OutboxCursor cursor, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, cursor.position());
            select.setObject(2, cursor.target(), Types.OTHER);
            select.setObject(3, cursor.published(), Types.OTHER);
            select.setInt(4, limit);
            var rows = new ArrayList<OutboxRow>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        }
    }

    static void move(Connection connection, OutboxCursor cursor) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setObject(1, cursor.published(), Types.OTHER);
            update.setObject(2, cursor.target(), Types.OTHER);
            update.setLong(3, cursor.position());
            update.executeUpdate();
        }
    }

    /** Deletes published rows and tells how many. */
    static int purge(Connection connection, OutboxCursor cursor, int limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(PURGE)) {
            delete.setObject(1, cursor.published(), Types.OTHER);
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getBytes(3),
                row.getBytes(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}
