package rapport.followup.dispatch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.followup.mail.Answers;
import rapport.followup.mail.DeliveryIds;
import rapport.followup.mail.Footing;
import rapport.followup.mail.OutgoingMail;
import rapport.followup.page.Words;
import rapport.followup.request.ContactRequests;
import rapport.kit.outbox.OutboxSignal;

/**
 * Takes what is due: locks, asks the gates, spends budgets and writes the outcome in one transaction. When it returns, the
 * claims are committed, so a crash from here on is seen by whoever comes next.
 */
@ApplicationScoped
class Claimer {

    private final AgroalDataSource dataSource;
    private final DueReader reader;
    private final Judge judge;
    private final JudgementWriter writer;
    private final OutboxSignal signal;
    private final ContactRequests requests;

    Claimer(
            @DataSource("hot") AgroalDataSource dataSource,
            DueReader reader,
            Judge judge,
            JudgementWriter writer,
            OutboxSignal signal,
            ContactRequests requests) {

        this.dataSource = dataSource;
        this.reader = reader;
        this.judge = judge;
        this.writer = writer;
        this.signal = signal;
        this.requests = requests;
    }

    /** What one round brought. */
    record Round(int looked, List<Claimed> claimed) {}

    Round claim(Clock clock, int batch, Duration lease) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Round round = claim(connection, clock, batch, lease);
                connection.commit();
                if (round.looked() > 0) {
                    signal.wake();
                }
                return round;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DispatchFailed("claim", e);
        }
    }

    /** The same inside a transaction of the caller. */
    Round claim(Connection connection, Clock clock, int batch, Duration lease) throws SQLException {
        List<Due> due = reader.lock(connection, clock.instant(), batch);
        if (due.isEmpty()) {
            return new Round(0, List.of());
        }
        Judge.Judgement judgement = judge.judge(connection, due, clock);
        List<Judged> judged = judgement.judged();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant leaseUntil = now.plus(lease);
        Set<UUID> opened = writer.write(connection, judgement, now, leaseUntil);
        requests.ask(
                connection,
                judged.stream()
                        .filter(Judged::wantsToBeAsked)
                        .map(Judged::asking)
                        .toList(),
                now);
        List<Claimed> claimed = judged.stream()
                .filter(each -> opened.contains(each.due().id()))
                .map(each -> claimed(each, now, leaseUntil))
                .toList();
        return new Round(due.size(), claimed);
    }

    private Claimed claimed(Judged judged, Instant now, Instant leaseUntil) {
        var due = judged.due();
        var circumstances = judged.circumstances();
        UUID recipient = circumstances.person().id();
        UUID delivery = DeliveryIds.of(due.position().stepId(), recipient);
        return new Claimed(
                due.id(),
                delivery,
                due.position().fence() + 1,
                due.position().attempts() + 1,
                leaseUntil,
                new OutgoingMail(
                        delivery,
                        now,
                        due.words().ownerName(),
                        Answers.ofRecipient(
                                judged.relayed() ? null : due.words().replyTo(), delivery),
                        circumstances.person().name(),
                        circumstances.person().email(),
                        due.words().subject(),
                        due.words().body(),
                        Footing.personal(
                                Words.of(circumstances.person().locale()),
                                due.words().ownerName(),
                                circumstances.occasion()),
                        false));
    }
}
