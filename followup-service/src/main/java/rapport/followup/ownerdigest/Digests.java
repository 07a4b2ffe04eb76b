package rapport.followup.ownerdigest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import rapport.followup.attention.AttentionReader;
import rapport.followup.attention.Item;
import rapport.followup.mail.Submission;
import rapport.followup.ownerdigest.DigestLedger.Claim;
import rapport.kit.upkeep.Chore;

/**
 * Sends the digests whose window has opened. A window is claimed and committed before its mail is handed over, so whoever
 * crashes in between tells nobody twice.
 */
@ApplicationScoped
class Digests implements Chore {

    private static final int AT_ONCE = 20;
    private static final int LONGEST = 30;
    private static final int ATTEMPTS = 5;
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration BACK_OFF = Duration.ofMinutes(5);

    private final DataSource dataSource;
    private final DigestTable settings;
    private final DigestLedger ledger;
    private final AttentionReader attention;
    private final Outgoing outgoing;
    private final Clock clock;

    Digests(
            DataSource dataSource,
            DigestTable settings,
            DigestLedger ledger,
            AttentionReader attention,
            Outgoing outgoing,
            Clock clock) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.ledger = ledger;
        this.attention = attention;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** What is to be said in one claimed window. */
    private record Letter(Claim claim, Setting to, List<Item> items) {}

    /** @param looked how many windows were looked at, those among them in which there was nothing to say */
    private record Round(int looked, List<Letter> letters) {}

    @Override
    public int runOnce() throws SQLException {
        return runOnce(clock.instant(), outgoing);
    }

    /** At another time or by another mail server. */
    int runOnce(Instant now, Outgoing by) throws SQLException {
        Round round = QuarkusTransaction.requiringNew().call(() -> claim(now));
        // Side by side: a slow mail server holds up the other chores for no longer than one message takes.
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            round.letters().forEach(letter -> senders.execute(() -> deliver(letter, now, by)));
        }
        return round.looked();
    }

    private void deliver(Letter letter, Instant now, Outgoing by) {
        Submission outcome = letter.items().isEmpty()
                ? null
                : by.send(
                        letter.claim().id(),
                        letter.to(),
                        shown(letter),
                        letter.items().size() > LONGEST,
                        now);
        QuarkusTransaction.requiringNew().call(() -> finish(letter.claim(), outcome, now));
    }

    private static List<Item> shown(Letter letter) {
        return letter.items().subList(0, Math.min(LONGEST, letter.items().size()));
    }

    private Round claim(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ledger.settle(connection, now.minus(LEASE), now);
            List<Letter> letters = new ArrayList<>();
            for (Claim claim : ledger.retry(connection, now, AT_ONCE)) {
                Setting to = settings.find(connection, claim.owner()).orElse(null);
                List<Item> items = to == null ? List.of() : attention.read(connection, to.owner(), now, LONGEST + 1);
                letters.add(new Letter(claim, to, items));
            }
            int again = letters.size();
            List<Setting> due = settings.due(connection, now, AT_ONCE);
            for (Setting each : due) {
                open(connection, each, now, letters);
            }
            return new Round(again + due.size(), letters);
        }
    }

    /** A window that passed while nobody was there to tell is not told late: the one that is open now is. */
    private void open(Connection connection, Setting due, Instant now, List<Letter> letters) throws SQLException {
        settings.advance(connection, due.owner(), due.rhythm().nextAfter(now));
        List<Item> items = attention.read(connection, due.owner(), now, LONGEST + 1);
        var window = due.rhythm().window(now);
        var claim = new Claim(DigestLedger.id(due.owner(), window), due.owner(), window, 1);
        if (!items.isEmpty() && ledger.open(connection, claim, now)) {
            letters.add(new Letter(claim, due, items));
        }
    }

    private Void finish(Claim claim, Submission outcome, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            switch (outcome) {
                // It was claimed again, and nothing needs the owner any more, or they do not want to be told.
                case null -> ledger.finish(connection, claim, "EXPIRED", null, 0, now);
                case Submission.Accepted accepted ->
                    ledger.finish(connection, claim, "SENT", null, accepted.code(), now);
                case Submission.Refused refused ->
                    ledger.finish(connection, claim, "FAILED", null, refused.code(), now);
                case Submission.Unknown unknown -> ledger.finish(connection, claim, "UNCERTAIN", null, 0, now);
                case Submission.NotDelivered later -> {
                    boolean again = claim.attempts() < ATTEMPTS;
                    Instant at = again ? now.plus(BACK_OFF.multipliedBy(1L << claim.attempts())) : null;
                    ledger.finish(connection, claim, again ? "RETRY" : "FAILED", at, later.code(), now);
                }
            }
            return null;
        }
    }
}
