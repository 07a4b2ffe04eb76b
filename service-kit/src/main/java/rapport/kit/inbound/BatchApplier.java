package rapport.kit.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import rapport.kit.inbound.Batch.Opened;
import rapport.kit.inbound.Batch.Poison;
import rapport.kit.sql.SqlBlame;

/**
 * Applies what one poll brought in one transaction. Only when that fails because of the data, a second transaction finds the messages
 * at fault by halves and parks them; the others are applied by the same transaction.
 */
final class BatchApplier {
    private static final Logger LOG = Logger.getLogger(BatchApplier.class);

    private final DataSource dataSource;
    private final Handlers handlers;
    private final InboundMetrics metrics;
    private final BooleanSupplier stopping;

    BatchApplier(DataSource dataSource, Handlers handlers, InboundMetrics metrics, BooleanSupplier stopping) {
        this.dataSource = dataSource;
        this.handlers = handlers;
        this.metrics = metrics;
        this.stopping = stopping;
    }

    /** Either everything is applied or parked and committed, or nothing happened and this throws. */
    void apply(List<RawMessage> polled) throws TryLater {
        Batch batch = Batch.of(polled, handlers, metrics);
        if (batch.isEmpty()) {
            return;
        }
        var begun = metrics.begin();
        Outcome outcome = inOneGo(batch).orElse(null);
        if (outcome == null) {
            outcome = byHalves(batch);
        }
        metrics.applied(begun);
        outcome.parked().forEach(this::tell);
        outcome.applied().forEach((topic, messages) -> {
            metrics.count(topic, "applied", messages);
            committed(topic);
        });
    }

    /** Empty when a message is at fault that looked good from outside. */
    private Optional<Outcome> inOneGo(Batch batch) throws TryLater {
        try {
            return Optional.of(inTransaction(batch, BatchApplier::applyAll));
        } catch (Throwable e) {
            // While the process stops, failures have all kinds of shapes; none of them is a message's fault.
            if (SqlBlame.of(e) != SqlBlame.DATA || stopping.getAsBoolean()) {
                throw new TryLater(e);
            }
            LOG.debugf(
                    e,
                    "batch failed, the messages at fault are searched: topics=%s",
                    batch.opened().keySet());
            return Optional.empty();
        }
    }

    private Outcome byHalves(Batch batch) throws TryLater {
        try {
            return inTransaction(batch, this::isolate);
        } catch (Throwable e) {
            throw new TryLater(e);
        }
    }

    private Outcome inTransaction(Batch batch, Step step) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var outcome = new Outcome();
                for (Poison poison : batch.poison()) {
                    park(connection, poison, outcome);
                }
                for (var topic : batch.opened().entrySet()) {
                    step.run(connection, handlers.of(topic.getKey()).orElseThrow(), topic.getValue(), outcome);
                }
                connection.commit();
                return outcome;
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void applyAll(Connection connection, MessageHandler handler, List<Opened> messages, Outcome outcome)
            throws Exception {
        handler.apply(Batch.inbound(messages), connection);
        outcome.applied(handler.topic(), messages.size());
    }

    private void isolate(Connection connection, MessageHandler handler, List<Opened> messages, Outcome outcome)
            throws Exception {
        Savepoint before = connection.setSavepoint();
        try {
            handler.apply(Batch.inbound(messages), connection);
            connection.releaseSavepoint(before);
            outcome.applied(handler.topic(), messages.size());
        } catch (Exception e) {
            if (SqlBlame.of(e) != SqlBlame.DATA || stopping.getAsBoolean()) {
                throw e;
            }
            connection.rollback(before);
            if (messages.size() == 1) {
                park(connection, new Poison(messages.getFirst().raw(), Reason.of(e)), outcome);
                return;
            }
            int half = messages.size() / 2;
            isolate(connection, handler, messages.subList(0, half), outcome);
            isolate(connection, handler, messages.subList(half, messages.size()), outcome);
        }
    }

    private static void park(Connection connection, Poison poison, Outcome outcome) throws SQLException {
        if (ParkedStore.park(connection, poison.raw(), poison.reason())) {
            outcome.parked(poison);
        }
    }

    private void tell(Poison poison) {
        RawMessage raw = poison.raw();
        metrics.count(raw.topic(), "parked", 1);
        LOG.warnf(
                "message parked, loop continues: topic=%s partition=%d offset=%d reason=%s",
                raw.topic(), raw.partition(), raw.offset(), poison.reason());
    }

    private void committed(String topic) {
        try {
            handlers.of(topic).ifPresent(MessageHandler::committed);
        } catch (RuntimeException e) {
            LOG.errorf(e, "messages are applied, but what follows the commit failed: topic=%s", topic);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What is done with the messages of one topic inside of the transaction. */
    private interface Step {
        void run(Connection connection, MessageHandler handler, List<Opened> messages, Outcome outcome)
                throws Exception;
    }
}
