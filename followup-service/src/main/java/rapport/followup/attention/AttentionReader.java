package rapport.followup.attention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what needs an owner. What was snoozed is left out until then. */
@ApplicationScoped
public class AttentionReader {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration BEHIND = Duration.ofDays(14);
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String READ = """
            with mine as (
                select p.follow_up_id, p.state, p.reason, p.due_at, p.sent_at, p.updated_at, p.step_id, f.contact_id,
                       f.channel, f.purpose, f.no_reply_by, f.created_at
                from   progress p
                join   follow_up f on f.id = p.follow_up_id
                where  p.owner = ? and (f.snoozed_until is null or f.snoozed_until <= ?)
                and    p.state not in ('SENDING', 'REPLIED')
            ), needed as (
                select mine.*, 'UNCERTAIN' as need, updated_at as at
                from   mine where state = 'UNCERTAIN'
                union  all
                select mine.*, 'NOT_SENT', updated_at
                from   mine
                where  state in ('FAILED', 'EXPIRED', 'SKIPPED') and updated_at > ?
                or     state = 'STOPPED' and updated_at > ?
                       and reason in ('event-cancelled', 'session-removed', 'address-suppressed', 'consent-withdrawn')
                union  all
                select mine.*, 'DO', due_at
                from   mine where channel = 'MANUAL' and state = 'SCHEDULED' and due_at <= ?
                union  all
                select mine.*, 'NO_REPLY', no_reply_by
                from   mine where state = 'SENT' and no_reply_by <= ?
                union  all
                select mine.*, 'PREPARE', coalesce(due_at, created_at)
                from   mine where state = 'NEEDS_PREPARATION' and (due_at is null or due_at <= ?)
                union  all
                select mine.*, 'APPROVE', coalesce(due_at, created_at)
                from   mine where state = 'DRAFT' and (due_at is null or due_at <= ?)
            )
            select   needed.follow_up_id, needed.contact_id, needed.need, needed.purpose, step.subject, needed.reason,
                     needed.at
            from     needed
            left     join step on step.id = needed.step_id
            where    (needed.at, needed.follow_up_id) < (?, ?)
            order by needed.at desc, needed.follow_up_id desc
            limit    ?
            """;

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** Those that have needed their owner last come first. */
    public List<Item> read(Connection connection, String owner, Instant now, int limit) throws SQLException {
        return read(connection, owner, now, EVER, LAST, limit);
    }

    List<Item> read(Connection connection, String owner, Instant now, Instant before, UUID beforeId, int limit)
            throws SQLException {
        OffsetDateTime soon = time(now.plus(AHEAD));
        OffsetDateTime lately = time(now.minus(BEHIND));
        try (var statement = connection.prepareStatement(READ)) {
            statement.setString(1, owner);
            statement.setObject(2, time(now));
            statement.setObject(3, lately);
            statement.setObject(4, lately);
            statement.setObject(5, time(now));
            statement.setObject(6, time(now));
            statement.setObject(7, soon);
            statement.setObject(8, soon);
            statement.setObject(9, time(before));
            statement.setObject(10, beforeId);
            statement.setInt(11, limit);
            List<Item> items = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(new Item(
                            row.getObject("follow_up_id", UUID.class),
                            row.getObject("contact_id", UUID.class),
                            Need.valueOf(row.getString("need")),
                            row.getString("purpose"),
                            row.getString("subject"),
                            row.getString("reason"),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
                }
            }
            return items;
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
