package rapport.kit.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Applies the messages of one topic. Handlers are {@code @ApplicationScoped} beans; the kit finds them, subscribes to their
 * topics with {@code quarkus.application.name} as the group, and calls each with what one poll brought.
 *
 * <p>A message may come again at any time, also long after newer ones. Effects have to be idempotent by construction:
 *
 * <pre>{@code
 * insert into speaker (id, version, name) select ... from unnest(...)
 * on conflict (id) do update set version = excluded.version, name = excluded.name
 * where excluded.version > speaker.version
 * }</pre>
 *
 * <p>What a thrown exception means:
 * <ul>
 *   <li>{@link Unreadable}, SQL classes 21, 22, 23, 44, 54 and P0, and everything that is not about SQL: the message at fault is
 *       found (by halves, with savepoints) and parked, the others are applied;
 *   <li>any other SQL failure (connection, deadlock, shutdown, missing table): the poll is rolled back and tried again later; nothing
 *       is parked or skipped.
 * </ul>
 */
public interface MessageHandler {
    /** The topic this handler is for; one handler per topic. */
    String topic();

    /** The message types it understands. Others are counted and skipped before they get here. */
    Set<String> types();

    /**
     * Applies the batch, in this order, by the connection given. The kit commits, first the database, then the offsets: do not
     * commit, roll back or close. One key can occur more than once. May run again for a part of the batch after it threw.
     */
    void apply(List<Inbound> batch, Connection connection) throws SQLException;

    /**
     * Whether the whole topic is read anew at every start, wherever the group had come to. For small topics that have to hold
     * also in a database that is older than the group's offsets, as after a restore: messages that were applied before and lost
     * since are applied again.
     */
    default boolean readAnewAtEveryStart() {
        return false;
    }

    /** Called after the commit, for example to wake a worker. Must be quick; failures are logged and nothing else. */
    default void committed() {}
}
