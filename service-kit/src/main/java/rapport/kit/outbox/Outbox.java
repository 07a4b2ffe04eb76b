package rapport.kit.outbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import rapport.kit.json.Json;
import rapport.kit.sql.Columns;

/**
 * The table in which a transaction leaves the facts it establishes; the relay publishes them after the commit. What is
 * rolled back is never published, and a broker that is down holds up no transaction.
 *
 * <p>Append a fact <em>after</em> the change itself was decided on a current state (row lock or optimistic version): facts of one
 * key are published in the order in which they were appended.
 *
 * <p>Hot paths may insert the rows by their own set-based statement, for example in a CTE, and wake {@link OutboxSignal}
 * after the commit. The columns to name are {@code topic, key, version, type, body} and optionally {@code trace}; all
 * others have defaults:
 *
 * <pre>{@code
 * with changed as (insert into item ... returning id, version, ...)
 * insert into outbox (topic, key, version, type, body)
 * select 'shop.item.v1', id, version, 'item.changed.v1', json_build_object('itemId', id, 'version', version)::text
 * from   changed
 * }</pre>
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, key, version, type, body, trace)
            select topic, key, version, type, body, ?
            from   unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
                   with ordinality as fact (topic, key, version, type, body, position)
            order  by position
            """;

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxSignal signal;
    private final Topics topics;

    Outbox(DataSource dataSource, TransactionSynchronizationRegistry transaction, OutboxSignal signal, Topics topics) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.signal = signal;
        this.topics = topics;
    }

    /** Adds a fact to the running transaction; without one, this is refused. */
    @Transactional(MANDATORY)
    public void append(Fact fact) {
        append(List.of(fact));
    }

    /** Adds facts to the running transaction, in the order given, by one statement. */
    @Transactional(MANDATORY)
    public void append(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            append(connection, facts);
        } catch (SQLException e) {
            throw new OutboxFailed(e);
        }
        wakeAfterCommit();
    }

    /**
     * Adds facts by a connection whose transaction the caller manages. After the commit the caller wakes {@link
     * OutboxSignal}.
     */
    public void append(Connection connection, List<Fact> facts) throws SQLException {
        facts.forEach(fact -> topics.require(fact.topic()));
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, Traceparent.current());
            new Columns<>(connection, insert, facts, 1)
                    .with("text", Fact::topic)
                    .with("uuid", Fact::key)
                    .with("bigint", Fact::version)
                    .with("text", Fact::type)
                    .with("text", fact -> body(fact.body()));
            insert.executeUpdate();
        }
    }

    /** A message body as the outbox stores it, for statements that insert outbox rows themselves. */
    public static String body(Object body) {
        if (body instanceof String json) {
            return json;
        }
        try {
            return Json.lenient().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + body.getClass().getName(), e);
        }
    }

    private void wakeAfterCommit() {
        if (transaction.getResource(Outbox.class) != null) {
            return;
        }
        transaction.putResource(Outbox.class, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                signal.wake();
            }
        });
    }

    /** The database refused outbox rows, so the whole transaction has to fail. */
    static final class OutboxFailed extends IllegalStateException {
        OutboxFailed(SQLException cause) {
            super("facts could not be written to the outbox", cause);
        }
    }
}
