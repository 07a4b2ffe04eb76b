package rapport.followup.correspondence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.sql.Sql;

/**
 * Messages that wait for a recipient. Whoever changes what decides about them locks the recipient first, as dispatchers do: a
 * message is either claimed before the change or decided by it.
 */
public final class Waiting {

    private static final String ENSURE = """
            insert into recipient (person_id) values (?) on conflict do nothing
            """;

    private static final String LOCK = """
            select person_id from recipient where person_id = ? for update
            """;

    // What a dispatcher has in hand is left out; it waits for the recipient's lock and will see the change.
    private static final String ASK_AGAIN = """
            update progress
            set    send_at = least(send_at, ?)
            where  follow_up_id in (
                   select p.follow_up_id
                   from   progress p
                   where  p.recipient = ? and p.send_at is not null and p.state in ('HELD', 'SCHEDULED')
                   and    (cast(? as text) is null or p.owner = ?)
                   for update skip locked)
            """;

    private static final String ASK_HELD_AGAIN = ASK_AGAIN.replace("in ('HELD', 'SCHEDULED')", "= 'HELD'");

    private Waiting() {}

    /** Waits for dispatchers that decide about this recipient right now, and lets none in until the transaction ends. */
    public static void lock(Connection connection, UUID recipient) throws SQLException {
        Sql.update(connection, ENSURE, recipient);
        Sql.query(connection, LOCK, row -> row.getObject(1), recipient);
    }

    /**
     * Lets the gates decide at once. Only for changes that stop or hold what waits: a message that still passes would go early.
     *
     * @param owner whose messages; null: everybody's
     */
    public static void decideNow(Connection connection, UUID recipient, String owner, Instant now) throws SQLException {
        Sql.update(connection, ASK_AGAIN, now, recipient, owner, owner);
    }

    /**
     * Lets the gates look again at what they hold: it may go now.
     *
     * @param owner whose messages; null: everybody's
     */
    public static void askHeldAgain(Connection connection, UUID recipient, String owner, Instant now)
            throws SQLException {
        Sql.update(connection, ASK_HELD_AGAIN, now, recipient, owner, owner);
    }
}
