package rapport.followup.followup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/**
 * A place in front of a recipient became free before its time. Somebody who waits is asked about again, whoever it is: with
 * one the whole line is looked at.
 */
public final class NextInLine {

    private static final String WAKE = """
            update progress
            set    send_at = least(send_at, ?)
            from   unnest(?::uuid[]) as left_by (recipient),
                   lateral (
                   select follow_up_id
                   from   progress
                   where  recipient = left_by.recipient and send_at is not null
                   and    state = 'HELD' and estimate_at is not null
                   and    reason in ('budget-exhausted', 'quiet-hours') and follow_up_id is distinct from ?
                   order  by estimate_at, follow_up_id
                   limit  1
                   for update skip locked) next
            where  progress.follow_up_id = next.follow_up_id
            """;

    private NextInLine() {}

    /**
     * In the caller's transaction.
     *
     * @param leaving who leaves the line; null when it left already
     */
    public static void wake(Connection connection, Collection<UUID> recipients, UUID leaving, Instant now)
            throws SQLException {
        if (recipients.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(WAKE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", recipients.stream().distinct().toArray()));
            update.setObject(3, leaving, Types.OTHER);
            update.executeUpdate();
        }
    }
}
