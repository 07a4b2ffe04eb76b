package rapport.followup.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import rapport.followup.circumstances.StopKind;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Correspondences;
import rapport.followup.correspondence.UnderWay;
import rapport.followup.correspondence.Waiting;
import rapport.followup.links.LinkPurpose;
import rapport.followup.sql.Transactions;
import rapport.followup.stopsignal.StopSignals;
import rapport.followup.suppression.SuppressionReason;
import rapport.followup.suppression.Suppressions;

/** Does at once what a recipient asks for. Asked for twice, it is done once. */
@ApplicationScoped
class Unsubscriptions {

    private final Correspondences correspondences;
    private final Suppressions suppressions;
    private final Transactions transactions;
    private final UnderWay underWay;
    private final Clock clock;

    Unsubscriptions(
            Correspondences correspondences,
            Suppressions suppressions,
            Transactions transactions,
            UnderWay underWay,
            Clock clock) {
        this.correspondences = correspondences;
        this.suppressions = suppressions;
        this.transactions = transactions;
        this.underWay = underWay;
        this.clock = clock;
    }

    /** What the link belongs to; empty when it is no link of ours. Changes nothing. */
    Optional<Correspondence> behind(String token) {
        return correspondences.behind(LinkPurpose.STOP, token);
    }

    LocalDate today(Correspondence from) {
        return clock.instant().atZone(from.zone()).toLocalDate();
    }

    /** Mail of Rapport's own, or of a sender who is gone, can only be stopped as a whole. */
    StopWish possible(Correspondence from, StopWish wish) {
        boolean nobody = wish.choice() == StopChoice.SENDER && from.owner() == null;
        return nobody ? new StopWish(StopChoice.ALL, null) : wish;
    }

    /** When it returns, nothing of what was stopped is sent any more. */
    void stop(Correspondence from, StopWish wish) {
        transactions.run(connection -> {
            stop(connection, from, wish, clock.instant());
            return null;
        });
        underWay.awaitEnd(from.recipient());
    }

    private void stop(Connection connection, Correspondence from, StopWish wish, Instant now) throws SQLException {
        Waiting.lock(connection, from.recipient());
        switch (wish.choice()) {
            case SENDER -> {
                suppressions.sender(connection, from, SuppressionReason.OPTED_OUT, now);
                StopSignals.tell(connection, from, StopKind.SENDER_STOPPED, from.deliveryId(), now);
            }
            case PAUSE ->
                suppressions.everybody(
                        connection,
                        from,
                        SuppressionReason.PAUSED,
                        wish.until().atStartOfDay(from.zone()).toInstant(),
                        now);
            case ALL -> suppressions.everybody(connection, from, SuppressionReason.OPTED_OUT, null, now);
        }
        String owner = wish.choice() == StopChoice.SENDER ? from.owner() : null;
        Waiting.decideNow(connection, from.recipient(), owner, now);
    }
}
