package rapport.events.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.paging.ChangeToken;

/**
 * The changes of one event's rows in the order of their transactions. Transactions that are still running hold the feed back
 * instead of being skipped.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;

    ChangeFeed(Sql sql) {
        this.sql = sql;
    }

    /** The tables and views that have a feed. */
    public enum Table {
        SESSION,
        SPEAKER,
        REGISTRATION_CHANGE,
        ATTENDANCE
    }

    /** A row that has changed. */
    public record Position(UUID id, long xid) {
        public ChangeToken token() {
            return new ChangeToken(xid, id);
        }
    }

    public List<Position> after(Table table, UUID eventId, ChangeToken token, int limit) {
        return sql.query(
                """
                select id, change_xid::text::bigint as xid
                from   %s
                where  event_id = ? and (change_xid, id) > (?::text::xid8, ?)
                       and change_xid < pg_snapshot_xmin(pg_current_snapshot())
                order  by change_xid, id
                limit  ?
                """.formatted(table.name().toLowerCase(java.util.Locale.ROOT)),
                row -> new Position(Sql.id(row, "id"), row.getLong("xid")),
                eventId,
                Long.toString(token.xid()),
                token.id(),
                limit);
    }

    /** The position before everything that is not visible to a list that is read after this call. */
    public ChangeToken now() {
        return sql.query(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 as xid",
                        row -> new ChangeToken(row.getLong("xid"), LAST))
                .getFirst();
    }
}
