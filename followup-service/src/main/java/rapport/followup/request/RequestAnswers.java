package rapport.followup.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import rapport.followup.circumstances.StopKind;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Correspondences;
import rapport.followup.correspondence.Waiting;
import rapport.followup.links.LinkPurpose;
import rapport.followup.sql.Transactions;
import rapport.followup.stopsignal.StopSignals;
import rapport.followup.suppression.SuppressionReason;
import rapport.followup.suppression.Suppressions;
import rapport.kit.sql.Sql;

/** Takes the answers of people who were asked. The last one counts; the same again changes nothing. */
@ApplicationScoped
class RequestAnswers {

    private static final int LATER_DAYS = 30;

    private static final String KEEP = """
            update contact_request
            set    answer = ?, blocked = ?, until = ?, answered_at = ?
            where  id = ? and (answer, blocked) is distinct from (?, ?)
            """;

    private final Correspondences correspondences;
    private final Suppressions suppressions;
    private final Transactions transactions;
    private final Clock clock;

    RequestAnswers(Correspondences correspondences, Suppressions suppressions, Transactions transactions, Clock clock) {
        this.correspondences = correspondences;
        this.suppressions = suppressions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who asked whom; empty when the link is none of ours or the sender is gone. Changes nothing. */
    Optional<Correspondence> behind(String token) {
        return correspondences.behind(LinkPurpose.REQUEST, token).filter(card -> card.owner() != null);
    }

    void answer(Correspondence card, RequestAnswer answer) {
        transactions.run(connection -> {
            answer(connection, card, answer, clock.instant());
            return null;
        });
    }

    private void answer(Connection connection, Correspondence card, RequestAnswer answer, Instant now)
            throws SQLException {
        Waiting.lock(connection, card.recipient());
        switch (answer) {
            case ACCEPT -> keep(connection, card, "ACCEPTED", false, null, now);
            case LATER -> keep(connection, card, "LATER", false, later(card, now), now);
            case DECLINE -> keep(connection, card, "DECLINED", false, null, now);
            case BLOCK -> {
                keep(connection, card, "DECLINED", true, null, now);
                suppressions.sender(connection, card, SuppressionReason.OPTED_OUT, now);
            }
        }
        if (answer == RequestAnswer.DECLINE || answer == RequestAnswer.BLOCK) {
            StopSignals.tell(connection, card, StopKind.DECLINE, card.deliveryId(), now);
            Waiting.decideNow(connection, card.recipient(), card.owner(), now);
        } else {
            Waiting.askHeldAgain(connection, card.recipient(), card.owner(), now);
        }
    }

    private static void keep(
            Connection connection, Correspondence card, String answer, boolean blocked, Instant until, Instant now)
            throws SQLException {
        var id = ContactRequests.id(card.owner(), card.recipient());
        Sql.update(connection, KEEP, answer, blocked, until, now, id, answer, blocked);
    }

    private static Instant later(Correspondence card, Instant now) {
        return now.atZone(card.zone())
                .toLocalDate()
                .plusDays(LATER_DAYS)
                .atStartOfDay(card.zone())
                .toInstant();
    }
}
