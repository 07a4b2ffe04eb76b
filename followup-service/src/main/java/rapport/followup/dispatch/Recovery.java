package rapport.followup.dispatch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import rapport.followup.dispatch.Completion.Outcome;
import rapport.followup.followup.FollowUpFacts;
import rapport.followup.mail.DeliveryIds;
import rapport.kit.outbox.OutboxSignal;
import rapport.kit.sql.Sql;

/**
 * Settles what nobody finished. A claim whose lease ran out may or may not have been delivered: the journal knows, or nobody
 * does, and then it stays UNCERTAIN and is never sent again by itself.
 */
@ApplicationScoped
class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final int BATCH = 500;

    private static final String ABANDONED = """
            select follow_up_id, step_id, recipient, fence
            from   progress
            where  send_at <= ? and state = 'SENDING' and lease_until < ?
            order  by send_at, follow_up_id
            limit  ?
            for update skip locked
            """;

    private static final String BELIEVED_UNSENT = """
            select   follow_up_id, step_id, recipient
            from     progress
            where    follow_up_id = any(?) and state in ('SCHEDULED', 'HELD', 'SENDING', 'UNCERTAIN')
            order by follow_up_id
            for update
            """;

    // Also what a restored backup believes to be still ahead: the journal is younger than the backup.
    private static final String SENT_AFTER_ALL = """
            update progress
            set    state = 'SENT', reason = 'journal', send_at = null, lease_until = null, sent_at = ?, updated_at = ?,
                   version = version + 1
            where  follow_up_id = any(?)
            returning follow_up_id
            """;

    private static final String DELIVERED_AFTER_ALL = """
            update delivery set state = 'SENT', finished_at = ? where id = any(?) and state <> 'SENT'
            """;

    private final AgroalDataSource dataSource;
    private final Completions completions;
    private final FollowUpFacts facts;
    private final OutboxSignal signal;
    private final SafeMode safeMode;

    Recovery(
            @DataSource("hot") AgroalDataSource dataSource,
            Completions completions,
            FollowUpFacts facts,
            OutboxSignal signal,
            SafeMode safeMode) {
        this.dataSource = dataSource;
        this.completions = completions;
        this.facts = facts;
        this.signal = signal;
        this.safeMode = safeMode;
    }

    /** @return how many abandoned claims were settled */
    int settleAbandoned(SendJournal journal, Instant now) {
        return transact("recovery", connection -> {
            List<Completion> settled = new ArrayList<>();
            Map<UUID, SendJournal.Entry> known = null;
            try (var statement = connection.prepareStatement(ABANDONED)) {
                statement.setObject(1, Sql.time(now));
                statement.setObject(2, Sql.time(now));
                statement.setInt(3, BATCH);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        known = known == null ? journal.read() : known;
                        settled.add(settled(row, known, now));
                    }
                }
            }
            if (settled.isEmpty()) {
                return 0;
            }
            long uncertain = settled.stream()
                    .filter(each -> each.outcome() == Outcome.UNCERTAIN)
                    .count();
            LOG.warnf("abandoned claims settled: all=%d uncertain=%d", settled.size(), uncertain);
            return completions.write(connection, settled).size();
        });
    }

    /** At start: whatever the journal says was sent is sent, whatever the database believes. */
    int reconcile(SendJournal journal, Instant now) {
        Map<UUID, SendJournal.Entry> known = journal.read();
        Collection<SendJournal.Entry> entries = known.values();
        if (entries.isEmpty()) {
            return 0;
        }
        return transact("reconciliation", connection -> {
            safeMode.compare(connection, entries, now);
            List<UUID> corrected = new ArrayList<>();
            try (var progress = connection.prepareStatement(SENT_AFTER_ALL);
                    var delivery = connection.prepareStatement(DELIVERED_AFTER_ALL)) {
                progress.setObject(1, Sql.time(now));
                progress.setObject(2, Sql.time(now));
                progress.setArray(3, ids(connection, sentAfterAll(connection, known)));
                try (ResultSet row = progress.executeQuery()) {
                    while (row.next()) {
                        corrected.add(row.getObject(1, UUID.class));
                    }
                }
                delivery.setObject(1, Sql.time(now));
                delivery.setArray(
                        2,
                        ids(
                                connection,
                                entries.stream()
                                        .map(SendJournal.Entry::deliveryId)
                                        .toList()));
                delivery.executeUpdate();
            }
            facts.append(connection, Set.copyOf(corrected));
            return corrected.size();
        });
    }

    /** Those whose current step is in the journal: an earlier one of a sequence says nothing about the one that waits. */
    private static List<UUID> sentAfterAll(Connection connection, Map<UUID, SendJournal.Entry> known)
            throws SQLException {
        List<UUID> sent = new ArrayList<>();
        try (var statement = connection.prepareStatement(BELIEVED_UNSENT)) {
            statement.setArray(
                    1,
                    ids(
                            connection,
                            known.values().stream()
                                    .map(SendJournal.Entry::followUpId)
                                    .toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID step = row.getObject("step_id", UUID.class);
                    if (known.containsKey(DeliveryIds.of(step, row.getObject("recipient", UUID.class)))) {
                        sent.add(row.getObject("follow_up_id", UUID.class));
                    }
                }
            }
        }
        return sent;
    }

    private static Completion settled(ResultSet row, Map<UUID, SendJournal.Entry> known, Instant now)
            throws SQLException {
        UUID delivery = DeliveryIds.of(row.getObject("step_id", UUID.class), row.getObject("recipient", UUID.class));
        boolean sent = known.containsKey(delivery);
        return new Completion(
                row.getObject("follow_up_id", UUID.class),
                delivery,
                row.getLong("fence"),
                sent ? Outcome.SENT : Outcome.UNCERTAIN,
                0,
                sent ? "journal" : "claim-abandoned",
                now,
                null,
                false);
    }

    private static Array ids(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private interface Work {
        int on(Connection connection) throws SQLException;
    }

    private int transact(String step, Work work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int done = work.on(connection);
                connection.commit();
                if (done > 0) {
                    signal.wake();
                }
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DispatchFailed(step, e);
        }
    }
}
