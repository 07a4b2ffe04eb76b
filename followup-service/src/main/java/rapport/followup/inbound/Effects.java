package rapport.followup.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.circumstances.StopKind;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Waiting;
import rapport.followup.followup.FollowUpFacts;
import rapport.followup.stopsignal.StopSignals;
import rapport.followup.suppression.SuppressionReason;
import rapport.followup.suppression.Suppressions;
import rapport.kit.sql.Sql;

/**
 * What mail does to the follow-up it belongs to. The progress is locked before the recipient, as dispatchers do, so that the two
 * never wait for each other in a circle.
 */
@ApplicationScoped
class Effects {

    /** How long nothing more is sent to an address whose server could not take a message. */
    private static final Duration SOFT = Duration.ofDays(1);

    private static final String LOCK = """
            select state, step_id from progress where follow_up_id = ? for update
            """;

    // Also when the next step was still a draft: whoever answered is not nudged, however far the nudge had got.
    private static final String REPLIED = """
            update progress
            set    state = 'REPLIED', reason = null, send_at = null, estimate_at = null, version = version + 1, updated_at = ?
            where  follow_up_id = ?
            and    state in ('SENT', 'UNCERTAIN', 'DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD')
            """;

    private static final String FAILED = """
            update progress
            set    state = 'FAILED', reason = ?, send_at = null, version = version + 1, updated_at = ?
            where  follow_up_id = ? and step_id = ? and state in ('SENT', 'UNCERTAIN')
            """;

    // An answer proves that a message arrived, whatever the mail server left open.
    private static final String ARRIVED = """
            update delivery set state = 'SENT', detail = 'answered' where id = ? and state = 'UNCERTAIN'
            """;

    private static final String LOST = """
            update delivery set state = 'FAILED', detail = ?, finished_at = ? where id = ? and state in ('SENT', 'UNCERTAIN')
            """;

    private static final String CURRENT = """
            select from person where person_id = ? and email_hash = ?
            """;

    private final Suppressions suppressions;
    private final FollowUpFacts facts;

    Effects(Suppressions suppressions, FollowUpFacts facts) {
        this.suppressions = suppressions;
        this.facts = facts;
    }

    /**
     * @param cause the received mail
     * @return false when the message is still on its way to the mail server: to be tried again
     */
    boolean apply(Connection connection, ReceivedMail mail, Correspondence about, UUID cause, Instant now)
            throws SQLException {
        Optional<String> state = Sql.first(connection, LOCK, row -> row.getString("state"), about.followUpId());
        if (state.filter("SENDING"::equals).isPresent()) {
            return false;
        }
        Waiting.lock(connection, about.recipient());
        switch (mail.kind()) {
            case REPLY -> replied(connection, about, cause, now);
            case AUTO_REPLY -> everybody(connection, about, SuppressionReason.AWAY, mail.until(), now);
            case BOUNCE -> bounced(connection, about, now);
            case FAILURE -> {
                failed(connection, about, "not-delivered", now);
                deferred(connection, about, now);
            }
            case DELAY -> deferred(connection, about, now);
            case COMPLAINT -> {
                everybody(connection, about, SuppressionReason.COMPLAINT, null, now);
                StopSignals.tell(connection, about, StopKind.COMPLAINT, cause, now);
            }
            case OTHER -> {
                return true;
            }
        }
        return true;
    }

    private void replied(Connection connection, Correspondence about, UUID cause, Instant now) throws SQLException {
        Sql.update(connection, ARRIVED, about.deliveryId());
        if (Sql.update(connection, REPLIED, now, about.followUpId()) > 0) {
            facts.append(connection, List.of(about.followUpId()));
        }
        StopSignals.tell(connection, about, StopKind.REPLY, cause, now);
        Waiting.decideNow(connection, about.recipient(), about.owner(), now);
    }

    private void bounced(Connection connection, Correspondence about, Instant now) throws SQLException {
        failed(connection, about, "bounced", now);
        addressOnly(connection, about, SuppressionReason.HARD_BOUNCE, null, now);
    }

    private void failed(Connection connection, Correspondence about, String why, Instant now) throws SQLException {
        Sql.update(connection, LOST, why, now, about.deliveryId());
        if (Sql.update(connection, FAILED, why, now, about.followUpId(), about.stepId()) > 0) {
            facts.append(connection, List.of(about.followUpId()));
        }
    }

    private void deferred(Connection connection, Correspondence about, Instant now) throws SQLException {
        addressOnly(connection, about, SuppressionReason.SOFT_BOUNCE, now.plus(SOFT), now);
    }

    /** Who has another address by now is written to there, when it is time. */
    private void addressOnly(
            Connection connection, Correspondence about, SuppressionReason reason, Instant until, Instant now)
            throws SQLException {
        suppressions.address(connection, about, reason, until, now);
        boolean current = Sql.first(connection, CURRENT, row -> true, about.recipient(), about.addressHash())
                .isPresent();
        if (current) {
            Waiting.decideNow(connection, about.recipient(), null, now);
        }
    }

    private void everybody(
            Connection connection, Correspondence about, SuppressionReason reason, Instant until, Instant now)
            throws SQLException {
        suppressions.everybody(connection, about, reason, until, now);
        Waiting.decideNow(connection, about.recipient(), null, now);
    }
}
