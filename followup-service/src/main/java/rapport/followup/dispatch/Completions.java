package rapport.followup.dispatch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.followup.crash.CrashPoint;
import rapport.followup.crash.CrashPoints;
import rapport.followup.followup.FollowUpFacts;
import rapport.followup.followup.FollowUpMessage;
import rapport.followup.followup.NextInLine;
import rapport.kit.outbox.OutboxSignal;
import rapport.kit.sql.Columns;

/**
 * Writes how claims ended, many in one transaction. A claim that was lost in the meantime (its fence is old) changes nothing.
 * What the server accepted is SENT, also when somebody already had to call the same claim UNCERTAIN.
 */
@ApplicationScoped
class Completions {

    // What is published of a follow-up is returned right away, so that nothing is read twice.
    private static final String PROGRESS = """
            update progress p
            set    state = case done.outcome when 'RETRY' then 'SCHEDULED' else done.outcome end,
                   reason = case done.outcome when 'SENT' then null else done.detail end,
                   send_at = done.retry_at, lease_until = null, updated_at = done.at, version = p.version + 1,
                   change_xid = pg_current_xact_id(),
                   sent_at = case done.outcome when 'SENT' then done.at else p.sent_at end
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                   as done (id, fence, outcome, detail, at, retry_at)
            join   follow_up f on f.id = done.id
            where  p.follow_up_id = done.id and p.fence = done.fence
            and    (p.state = 'SENDING' or p.state = 'UNCERTAIN' and done.outcome = 'SENT')
            returning f.id, p.version, f.owner, f.contact_id, p.recipient, f.event_id, f.purpose, f.channel, p.state,
                   p.reason, p.due_at, p.sent_at
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
        Map<UUID, FollowUpMessage> changed = progress(connection, sorted);
        List<Completion> written = sorted.stream()
                .filter(each -> changed.containsKey(each.followUpId()))
                .toList();
        deliveries(connection, written);
        suppress(connection, written.stream().filter(Completion::suppress).toList());
        givePlacesBack(connection, written, changed);
        facts.append(connection, List.copyOf(changed.values()));
        return changed.keySet();
    }

    /** What reached nobody costs nobody's budget: whoever waits may have the place. */
    private void givePlacesBack(Connection connection, List<Completion> done, Map<UUID, FollowUpMessage> changed)
            throws SQLException {
        List<Completion> unspent =
                done.stream().filter(Completion::reachedNobody).toList();
        if (!unspent.isEmpty()) {
            NextInLine.wake(
                    connection,
                    unspent.stream()
                            .map(each -> changed.get(each.followUpId()).personId())
                            .toList(),
                    null,
                    unspent.getFirst().at());
        }
    }

    /** @return those that counted, as they are now */
    private static Map<UUID, FollowUpMessage> progress(Connection connection, List<Completion> done)
            throws SQLException {
        Map<UUID, FollowUpMessage> changed = new LinkedHashMap<>();
        try (var update = connection.prepareStatement(PROGRESS)) {
            new Columns<>(connection, update, done)
                    .with("uuid", Completion::followUpId)
                    .with("bigint", Completion::fence)
                    .with("text", Completion::outcome)
                    .with("text", Completion::detail)
                    .with("timestamptz", Completion::at)
                    .with("timestamptz", Completion::retryAt);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    FollowUpMessage message = FollowUpFacts.message(row);
                    changed.put(message.followUpId(), message);
                }
            }
        }
        return changed;
    }

    private static void deliveries(Connection connection, List<Completion> done) throws SQLException {
        try (var update = connection.prepareStatement(DELIVERIES)) {
            new Columns<>(connection, update, done)
                    .with("uuid", Completion::deliveryId)
                    .with("text", Completion::outcome)
                    .with("int4", Completion::replyCode)
                    .with("text", Completion::detail)
                    .with("timestamptz", Completion::at);
            update.executeUpdate();
        }
    }

    private static void suppress(Connection connection, List<Completion> done) throws SQLException {
        if (done.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(SUPPRESS)) {
            new Columns<>(connection, insert, done)
                    .with("uuid", Completion::deliveryId)
                    .with("timestamptz", Completion::at);
            insert.executeUpdate();
        }
    }
}
