package rapport.followup.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rapport.followup.correspondence.Waiting;
import rapport.followup.mail.Mailer;
import rapport.followup.mail.Submission;
import rapport.followup.mail.UnsendableMail;
import rapport.followup.sql.Transactions;

/**
 * Sends letters, one after the other: they are few. As with follow-ups, a claim is committed before the mail server hears of it,
 * and what may have been delivered is never sent again.
 */
@ApplicationScoped
class PostOffice {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration BACK_OFF = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;

    private final Transactions transactions;
    private final Addressees addressees;
    private final LetterMail mail;
    private final Mailer mailer;
    private final Clock clock;

    PostOffice(Transactions transactions, Addressees addressees, LetterMail mail, Mailer mailer, Clock clock) {
        this.transactions = transactions;
        this.addressees = addressees;
        this.mail = mail;
        this.mailer = mailer;
        this.clock = clock;
    }

    private record Claimed(Letter letter, Addressee to, int attempt, Instant at) {}

    private record Round(boolean looked, Optional<Claimed> claimed) {}

    /** Deals with one letter that is due. @return how many there were, 0 or 1 */
    int runOnce() {
        Round round = transactions.run(connection -> {
            PostTable.giveUpAbandoned(connection, clock.instant());
            return claim(connection);
        });
        round.claimed().ifPresent(this::deliver);
        return round.looked() ? 1 : 0;
    }

    private Round claim(Connection connection) throws SQLException {
        Optional<PostTable.Due> due = PostTable.lockDue(connection, clock.instant());
        if (due.isEmpty()) {
            return new Round(false, Optional.empty());
        }
        Letter letter = due.get().letter();
        if (letter.personId() != null) {
            Waiting.lock(connection, letter.personId());
        }
        Instant now = clock.instant();
        if (now.isAfter(letter.notAfter())) {
            PostTable.end(connection, letter.id(), "EXPIRED", "too-late", now);
            return new Round(true, Optional.empty());
        }
        Optional<Addressee> to = letter.personId() == null
                ? addressees.owner(connection, letter.owner())
                : addressees.person(connection, letter.personId(), letter.sender(), now);
        Handling handling = to.map(known -> Handling.of(letter.kind(), known, now))
                .orElse(new Handling.Wait(now.plus(Handling.AGAIN), "person-unknown"));
        return switch (handling) {
            case Handling.Never(String why) -> {
                PostTable.end(connection, letter.id(), "STOPPED", why, now);
                yield new Round(true, Optional.empty());
            }
            case Handling.Wait(Instant until, String why) -> {
                PostTable.postpone(connection, letter.id(), until, why);
                yield new Round(true, Optional.empty());
            }
            case Handling.Send() -> {
                PostTable.begin(connection, letter.id(), now.plus(LEASE));
                if (letter.kind().unasked()) {
                    PostTable.openDelivery(
                            connection, letter, to.get().addressHash(), mail.messageId(letter.id()), now);
                }
                yield new Round(
                        true,
                        Optional.of(new Claimed(letter, to.get(), due.get().attempts() + 1, now)));
            }
        };
    }

    private void deliver(Claimed claimed) {
        Submission submission;
        try {
            byte[] bytes = mail.bytes(claimed.letter(), claimed.to(), claimed.at());
            submission = mailer.submit(
                    mail.envelopeSender(claimed.letter()), claimed.to().address(), bytes);
        } catch (UnsendableMail e) {
            submission = new Submission.Refused(0, false);
        }
        Submission ended = submission;
        transactions.run(connection -> {
            finish(connection, claimed, ended);
            return null;
        });
    }

    private void finish(Connection connection, Claimed claimed, Submission submission) throws SQLException {
        Instant now = clock.instant();
        switch (submission) {
            case Submission.Accepted accepted -> end(connection, claimed, "SENT", null, now);
            case Submission.Refused refused -> end(connection, claimed, "FAILED", "refused", now);
            case Submission.Unknown(String why) -> end(connection, claimed, "UNCERTAIN", why, now);
            case Submission.NotDelivered(int code, String why) -> {
                Duration wait = BACK_OFF.multipliedBy(1L << Math.min(claimed.attempt() - 1, MAX_DOUBLINGS));
                PostTable.postpone(connection, claimed.letter().id(), now.plus(wait), why);
                PostTable.delivered(connection, claimed.letter().id(), "RETRY", why, now);
            }
        }
    }

    private static void end(Connection connection, Claimed claimed, String state, String why, Instant now)
            throws SQLException {
        PostTable.end(connection, claimed.letter().id(), state, why, now);
        PostTable.delivered(connection, claimed.letter().id(), state, why, now);
    }
}
