package rapport.kit.paging;

import java.util.List;
import java.util.UUID;
import rapport.kit.problem.Invalid;

/**
 * A position in the sequence of changes of a table: the change's transaction and, within it, the row. Rows carry
 * {@code change_xid xid8}; pages are ordered by {@code (change_xid, id)} and bounded by
 * {@code change_xid < pg_snapshot_xmin(pg_current_snapshot())}, so that a transaction that commits late is not skipped. It is
 * a sequence, never a time.
 *
 * @param xid the transaction id of the last change that was seen; 0 before the first
 * @param id the row of that change
 */
public record ChangeToken(long xid, UUID id) {
    /** Before every change. */
    public static final ChangeToken START = new ChangeToken(0, new UUID(0, 0));

    /** The opaque text that callers keep and send as {@code changedSince}. */
    public String encode(Cursors cursors, String scope) {
        return cursors.encode("changes:" + scope, xid, id);
    }

    /**
     * Reads what {@link #encode} wrote for the same scope.
     *
     * @throws Invalid with pointer {@code query:changedSince} when it is anything else
     */
    public static ChangeToken decode(Cursors cursors, String scope, String token) {
        List<String> parts = cursors.decode("changes:" + scope, token, "query:changedSince");
        return new ChangeToken(Long.parseLong(parts.get(0)), UUID.fromString(parts.get(1)));
    }
}
