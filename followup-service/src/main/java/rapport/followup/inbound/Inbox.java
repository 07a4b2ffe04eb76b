package rapport.followup.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.questiondigest.Digests;
import rapport.followup.relay.Relay;
import rapport.followup.sql.Transactions;
import rapport.kit.id.Ids;
import rapport.kit.sql.Sql;

/** Takes a mail once, finds what it belongs to and does what it says. Its words are not kept. */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final UUID MAIL = UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8");

    private static final String KEEP = """
            insert into received_mail (id, kind, delivery_id, outcome, until, received_at, settled)
            values (?, ?, ?, 'NOTED', ?, ?, true)
            on conflict do nothing
            """;

    private static final String OUTCOME = """
            update received_mail set outcome = ?, settled = ? where id = ?
            """;

    private final Transactions transactions;
    private final Matching matching;
    private final Effects effects;
    private final Relay relay;
    private final Digests digests;
    private final Clock clock;

    Inbox(Transactions transactions, Matching matching, Effects effects, Relay relay, Digests digests, Clock clock) {
        this.transactions = transactions;
        this.matching = matching;
        this.effects = effects;
        this.relay = relay;
        this.digests = digests;
        this.clock = clock;
    }

    /** @param envelope to whom the mail server was told to deliver it; may be empty */
    Outcome receive(byte[] mail, List<String> envelope) {
        Instant now = clock.instant();
        Arrival arrival =
                MailReader.read(mail, envelope, now.atZone(ZoneOffset.UTC).toLocalDate());
        UUID id = Ids.derived(MAIL, HexFormat.of().formatHex(arrival.identity()));
        Outcome outcome = transactions.run(connection -> receive(connection, id, arrival, now));
        LOG.infof("mail received: id=%s outcome=%s", id, outcome);
        return outcome;
    }

    private Outcome receive(Connection connection, UUID id, Arrival arrival, Instant now) throws SQLException {
        Optional<Matched> matched = matching.match(connection, arrival, now);
        Optional<Correspondence> about = matched.map(Matched::correspondence);
        ReceivedMail mail = ReceivedMail.of(
                arrival.reading(), about.map(Correspondence::zone).orElse(ZoneOffset.UTC));
        UUID delivery = about.map(Correspondence::deliveryId).orElse(null);
        if (Sql.update(connection, KEEP, id, mail.kind(), delivery, mail.until(), now) == 0) {
            return Outcome.REPEATED;
        }
        Outcome outcome =
                matched.isEmpty() ? Outcome.UNMATCHED : apply(connection, id, mail, matched.get(), arrival, now);
        Sql.update(connection, OUTCOME, outcome, outcome != Outcome.WAITING, id);
        return outcome;
    }

    private Outcome apply(
            Connection connection, UUID id, ReceivedMail mail, Matched matched, Arrival arrival, Instant now)
            throws SQLException {
        Correspondence about = matched.correspondence();
        if (matched.fromOwner()) {
            boolean passed = arrival.reading() instanceof Reading.Reply(String words)
                    && matched.relayed()
                    && relay.toRecipient(connection, about, answer(id, arrival, words), matched.ownersAddress(), now);
            return passed ? Outcome.APPLIED : Outcome.NOTED;
        }
        if (about.isLetter() && arrival.reading() instanceof Reading.Reply(String words)) {
            boolean counts =
                    !words.isBlank() && digests.answerAll(connection, about.deliveryId(), Quotes.without(words), now);
            return counts ? Outcome.APPLIED : Outcome.NOTED;
        }
        if (!mail.matters() || isNoAnswer(mail, matched, arrival)) {
            return Outcome.NOTED;
        }
        if (arrival.reading() instanceof Reading.Reply(String words) && matched.relayed()) {
            relay.toOwner(connection, about, answer(id, arrival, words), matched.ownersAddress(), now);
        }
        return effects.apply(connection, mail, about, id, now) ? Outcome.APPLIED : Outcome.WAITING;
    }

    /** The owner's own mail to all is nobody's answer. */
    private static boolean isNoAnswer(ReceivedMail mail, Matched matched, Arrival arrival) {
        return mail.kind() == ReceivedMail.Kind.REPLY
                && matched.ownersAddress() != null
                && matched.ownersAddress().equalsIgnoreCase(arrival.from());
    }

    private static Relay.Answer answer(UUID id, Arrival arrival, String words) {
        return new Relay.Answer(id, arrival.from(), arrival.subject(), words);
    }
}
