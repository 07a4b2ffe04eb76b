package rapport.followup.post;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.links.LinkPurpose;
import rapport.kit.sql.Sql;

/** The rows of letters. Whatever ends a letter forgets its words in the same statement. */
final class PostTable {

    private static final String DUE = """
            select id, kind, thread_id, sender_name, sender, person_id, owner, reply_path, reply_delivery, subject, words,
                   not_after, attempts
            from   letter
            where  send_at <= ? and state = 'WAITING'
            order  by send_at, id
            limit  1
            for update skip locked
            """;

    private static final String BEGIN = """
            update letter set state = 'SENDING', attempts = attempts + 1, lease_until = ? where id = ?
            """;

    private static final String POSTPONE = """
            update letter
            set    state = 'WAITING', send_at = ?, detail = ?, lease_until = null
            where  id = ? and state in ('WAITING', 'SENDING')
            """;

    private static final String END = """
            update letter
            set    state = ?, detail = ?, finished_at = ?, send_at = null, subject = null, words = null, lease_until = null
            where  id = ? and state in ('WAITING', 'SENDING')
            """;

    private static final String ABANDONED = """
            select id from letter where send_at <= ? and state = 'SENDING' and lease_until < ? for update skip locked
            """;

    // The budget counts deliveries, and links are those of a delivery: a letter that nobody asked for has one.
    private static final String DELIVERY = """
            insert into delivery (id, follow_up_id, step_id, recipient, address_hash, message_id, state, attempts, claimed_at)
            values (?, ?, ?, ?, ?, ?, 'SENDING', 1, ?)
            on conflict (id) do update set state = 'SENDING', attempts = delivery.attempts + 1,
                   claimed_at = excluded.claimed_at, finished_at = null
            where  delivery.state = 'RETRY'
            """;

    private static final String DELIVERED = """
            update delivery set state = ?, finished_at = ?, detail = ? where id = ?
            """;

    /** A letter that is due and how often it was tried. */
    record Due(Letter letter, int attempts) {}

    private PostTable() {}

    static Optional<Due> lockDue(Connection connection, Instant now) throws SQLException {
        return Sql.first(connection, DUE, row -> new Due(letter(row), row.getInt("attempts")), now);
    }

    static void begin(Connection connection, UUID id, Instant leaseUntil) throws SQLException {
        Sql.update(connection, BEGIN, leaseUntil, id);
    }

    static void postpone(Connection connection, UUID id, Instant until, String why) throws SQLException {
        Sql.update(connection, POSTPONE, until, why, id);
    }

    static void end(Connection connection, UUID id, String state, String why, Instant now) throws SQLException {
        Sql.update(connection, END, state, why, now, id);
    }

    /** Ends what nobody finished: it may have been sent, so it is not sent again. @return how many */
    static int giveUpAbandoned(Connection connection, Instant now) throws SQLException {
        var abandoned = Sql.query(connection, ABANDONED, row -> row.getObject("id", UUID.class), now, now);
        for (UUID id : abandoned) {
            end(connection, id, "UNCERTAIN", "claim-abandoned", now);
            delivered(connection, id, "UNCERTAIN", "claim-abandoned", now);
        }
        return abandoned.size();
    }

    static void openDelivery(Connection connection, Letter letter, byte[] addressHash, String messageId, Instant now)
            throws SQLException {
        UUID id = letter.id();
        Sql.update(connection, DELIVERY, id, letter.threadId(), id, letter.personId(), addressHash, messageId, now);
    }

    /** Nothing for letters that have no delivery. */
    static void delivered(Connection connection, UUID id, String state, String why, Instant now) throws SQLException {
        Sql.update(connection, DELIVERED, state, now, why, id);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String path = row.getString("reply_path");
        return new Letter(
                row.getObject("id", UUID.class),
                Letter.Kind.valueOf(row.getString("kind")),
                row.getObject("thread_id", UUID.class),
                row.getString("sender_name"),
                row.getString("sender"),
                row.getObject("person_id", UUID.class),
                row.getString("owner"),
                path == null ? null : LinkPurpose.valueOf(path),
                row.getObject("reply_delivery", UUID.class),
                row.getString("subject"),
                row.getString("words"),
                Sql.instant(row, "not_after"));
    }
}
