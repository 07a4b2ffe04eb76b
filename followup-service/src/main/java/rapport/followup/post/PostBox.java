package rapport.followup.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import rapport.kit.sql.Sql;

/** Takes letters. They are sent after the transaction in which they were written. */
public final class PostBox {

    private static final String KEEP = """
            insert into letter (id, kind, thread_id, sender_name, sender, person_id, owner, reply_path, reply_delivery,
                                subject, words, state, send_at, not_after, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)
            on conflict do nothing
            """;

    private PostBox() {}

    /** The same letter again is no letter. */
    public static void put(Connection connection, Letter letter, Instant now) throws SQLException {
        Sql.update(
                connection,
                KEEP,
                letter.id(),
                letter.kind(),
                letter.threadId(),
                letter.senderName(),
                letter.sender(),
                letter.personId(),
                letter.owner(),
                letter.replyPath() == null ? null : letter.replyPath().name(),
                letter.replyDelivery(),
                letter.subject(),
                letter.words(),
                now,
                letter.notAfter(),
                now);
    }
}
