package rapport.followup.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import rapport.followup.dispatch.Completion.Outcome;
import rapport.followup.mail.MailTransport;
import rapport.followup.mail.Submission;
import rapport.followup.mail.UnsendableMail;

/** Delivers one claimed message and says what became of it. */
final class Courier {

    private static final int MAX_DOUBLINGS = 10;

    private final MailTransport transport;
    private final DispatchConfig config;
    private final Clock clock;

    Courier(MailTransport transport, DispatchConfig config, Clock clock) {
        this.transport = transport;
        this.config = config;
        this.clock = clock;
    }

    Completion deliver(Claimed claimed) {
        Submission submission;
        try {
            submission = transport.send(claimed.mail());
        } catch (UnsendableMail e) {
            return completion(claimed, Outcome.FAILED, 0, "not-writable-as-mail", false);
        }
        return switch (submission) {
            case Submission.Accepted(int code) -> completion(claimed, Outcome.SENT, code, null, false);
            case Submission.Refused(int code, boolean recipient) ->
                completion(claimed, Outcome.FAILED, code, "refused", recipient && isUnknownMailbox(code));
            case Submission.NotDelivered(int code, String why) -> retry(claimed, code, why);
            case Submission.Unknown(String why) -> completion(claimed, Outcome.UNCERTAIN, 0, why, false);
        };
    }

    /** The codes with which servers say that nobody lives there. */
    private static boolean isUnknownMailbox(int code) {
        return code == 550 || code == 551 || code == 553;
    }

    private Completion retry(Claimed claimed, int code, String why) {
        Instant now = clock.instant();
        return new Completion(
                claimed.followUpId(),
                claimed.deliveryId(),
                claimed.fence(),
                Outcome.RETRY,
                code,
                why,
                now,
                now.plus(backOff(claimed.attempt())),
                false);
    }

    private Duration backOff(int attempt) {
        Duration wait = config.backOff().multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        return wait.compareTo(config.maxBackOff()) > 0 ? config.maxBackOff() : wait;
    }

    private Completion completion(Claimed claimed, Outcome outcome, int code, String detail, boolean suppress) {
        return new Completion(
                claimed.followUpId(),
                claimed.deliveryId(),
                claimed.fence(),
                outcome,
                code,
                detail,
                clock.instant(),
                null,
                suppress);
    }
}
