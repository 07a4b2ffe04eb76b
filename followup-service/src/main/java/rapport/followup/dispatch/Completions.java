package rapport.followup.dispatch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.followup.crash.CrashPoint;
import rapport.followup.crash.CrashPoints;
import rapport.followup.followup.FollowUpFacts;
import rapport.followup.followup.NextInLine;
import rapport.kit.outbox.OutboxSignal;

/**
 * Writes how claims ended, many in one transaction. A claim that was lost in the meantime (its fence is old) changes nothing.
 * What the server accepted is SENT, also when somebody already had to call the same claim UNCERTAIN.
 */
@ApplicationScoped
class Completions {

    private static final String PROGRESS = """
            update progress
            set    state = case done.outcome when 'RETRY' then 'SCHEDULED' else done.outcome end,
                   reason = case done.outcome when 'SENT' then null else done.detail end,
                   send_at = done.retry_at, lease_until = null, updated_at = done.at, version = version + 1,
                   sent_at = case done.outcome when 'SENT' then done.at else progress.sent_at end
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                   as done (id, fence, outcome, detail, at, retry_at)
            where  progress.follow_up_id = done.id and progress.fence = done.fence
            and    (progress.state = 'SENDING' or progress.state = 'UNCERTAIN' and done.outcome = 'SENT')
            returning progress.follow_up_id, progress.recipient
            """;

    private static final String DELIVERIES = """
            update delivery
            set    state = done.outcome, finished_at = done.at, reply_code = nullif(done.reply_code, 0),
                   detail = done.detail
            from   unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[])
                   as done (id, outcome, reply_code, detail, at)
            where  delivery.id = done.id
            """;

    private static final String SUPPRESS = """
            insert into suppression (address_hash, reason, created_at)
            select distinct on (delivery.address_hash) delivery.address_hash, 'hard-bounce', done.at
            from   unnest(?::uuid[], ?::timestamptz[]) as done (id, at)
            join   delivery on delivery.id = done.id
            on conflict do nothing
            """;

    private final AgroalDataSource dataSource;
    private final FollowUpFacts facts;
    private final OutboxSignal signal;
    private final CrashPoints crash;

    Completions(
            @DataSource("hot") AgroalDataSource dataSource,
            FollowUpFacts facts,
            OutboxSignal signal,
            CrashPoints crash) {
        this.dataSource = dataSource;
        this.facts = facts;
        this.signal = signal;
        this.crash = crash;
    }

    /** @return for each whether it counted; false: the claim was lost to somebody else */
    List<Boolean> write(List<Completion> completions) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Set<UUID> counted = write(connection, completions);
                crash.pass(CrashPoint.BEFORE_COMPLETION_COMMIT);
                connection.commit();
                signal.wake();
                return completions.stream()
                        .map(each -> counted.contains(each.followUpId()))
                        .toList();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DispatchFailed("completion", e);
        }
    }

    /** The same inside a transaction of the caller. */
    Set<UUID> write(Connection connection, List<Completion> completions) throws SQLException {
        // Several processes complete at the same time: one order for all, so that none waits for another in a circle.
        List<Completion> sorted = completions.stream()
                .sorted(Comparator.comparing(Completion::followUpId))
                .toList();
        Map<UUID, UUID> recipients = progress(connection, sorted);
        Set<UUID> counted = recipients.keySet();
        List<Completion> written = sorted.stream()
                .filter(each -> counted.contains(each.followUpId()))
                .toList();
        deliveries(connection, written);
        suppress(connection, written.stream().filter(Completion::suppress).toList());
        givePlacesBack(connection, written, recipients);
        facts.append(connection, counted);
        return counted;
    }

    /** What reached nobody costs nobody's budget: whoever waits may have the place. */
    private void givePlacesBack(Connection connection, List<Completion> done, Map<UUID, UUID> recipients)
            throws SQLException {
        List<Completion> unspent =
                done.stream().filter(Completion::reachedNobody).toList();
        if (!unspent.isEmpty()) {
            NextInLine.wake(
                    connection,
                    unspent.stream()
                            .map(each -> recipients.get(each.followUpId()))
                            .toList(),
                    null,
                    unspent.getFirst().at());
        }
    }

    /** @return the recipients of those that counted */
    private static Map<UUID, UUID> progress(Connection connection, List<Completion> done) throws SQLException {
        Map<UUID, UUID> counted = new HashMap<>();
        try (var update = connection.prepareStatement(PROGRESS)) {
            update.setArray(1, Sql.column(connection, "uuid", done, Completion::followUpId));
            update.setArray(2, Sql.column(connection, "bigint", done, Completion::fence));
            update.setArray(3, outcomes(connection, done));
            update.setArray(4, Sql.column(connection, "text", done, Completion::detail));
            update.setArray(5, Sql.column(connection, "timestamptz", done, Completion::at));
            update.setArray(6, Sql.column(connection, "timestamptz", done, Completion::retryAt));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    counted.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
        }
        return counted;
    }

    private static void deliveries(Connection connection, List<Completion> done) throws SQLException {
        try (var update = connection.prepareStatement(DELIVERIES)) {
            update.setArray(1, Sql.column(connection, "uuid", done, Completion::deliveryId));
            update.setArray(2, outcomes(connection, done));
            update.setArray(3, Sql.column(connection, "integer", done, Completion::replyCode));
            update.setArray(4, Sql.column(connection, "text", done, Completion::detail));
            update.setArray(5, Sql.column(connection, "timestamptz", done, Completion::at));
            update.executeUpdate();
        }
    }

    private static void suppress(Connection connection, List<Completion> done) throws SQLException {
        if (done.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(SUPPRESS)) {
            insert.setArray(1, Sql.column(connection, "uuid", done, Completion::deliveryId));
            insert.setArray(2, Sql.column(connection, "timestamptz", done, Completion::at));
            insert.executeUpdate();
        }
    }

    private static Array outcomes(Connection connection, List<Completion> done) throws SQLException {
        return Sql.column(connection, "text", done, each -> each.outcome().name());
    }
}
