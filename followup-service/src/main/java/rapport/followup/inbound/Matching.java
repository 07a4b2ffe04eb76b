package rapport.followup.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.correspondence.Correspondences;
import rapport.followup.links.LinkPurpose;
import rapport.followup.mail.AddressHash;
import rapport.kit.id.Ids;
import rapport.kit.sql.Sql;

/**
 * Finds the delivery that a mail belongs to: by the messages it names, by the reply address it came to, and at last by its author,
 * if there is one open thread that it can mean.
 */
@ApplicationScoped
class Matching {

    /** How long after a message somebody's mail without any reference still counts as its answer. */
    private static final Duration OPEN = Duration.ofDays(90);

    private static final String DETAILS = """
            select d.relayed, f.reply_to from delivery d left join follow_up f on f.id = d.follow_up_id where d.id = ?
            """;

    private static final String THREADS = """
            select   d.id, f.owner, s.subject
            from     person who
            join     delivery d on d.recipient = who.person_id
            join     follow_up f on f.id = d.follow_up_id
            join     progress p on p.follow_up_id = d.follow_up_id
            join     step s on s.id = d.step_id
            where    who.email_hashes @> array[cast(? as bytea)] and not who.deleted
            and      d.state in ('SENT', 'UNCERTAIN') and d.claimed_at > ?
            and      p.state in ('SENT', 'UNCERTAIN', 'SCHEDULED', 'HELD')
            order by d.claimed_at desc
            limit    50
            """;

    private record OpenThread(UUID deliveryId, String owner, String subject) {}

    private final Correspondences correspondences;
    private final ReplyAddresses addresses;
    private final AddressHash hash;

    Matching(Correspondences correspondences, ReplyAddresses addresses, AddressHash hash) {
        this.correspondences = correspondences;
        this.addresses = addresses;
        this.hash = hash;
    }

    Optional<Matched> match(Connection connection, Arrival arrival, Instant now) throws SQLException {
        for (String recipient : arrival.recipients()) {
            // The owner's side of a relay: what it names are messages of ours as well, but it is no answer to them.
            Optional<Matched> matched = found(connection, addresses.open(LinkPurpose.OWNER_REPLY, recipient), true);
            if (matched.isPresent()) {
                return matched;
            }
        }
        for (String id : arrival.answered()) {
            Optional<Matched> matched = found(connection, deliveryOf(id), false);
            if (matched.isPresent()) {
                return matched;
            }
        }
        for (String recipient : arrival.recipients()) {
            Optional<Matched> matched = found(connection, addresses.open(LinkPurpose.REPLY, recipient), false);
            if (matched.isPresent()) {
                return matched;
            }
        }
        return found(connection, byAuthor(connection, arrival, now), false);
    }

    private Optional<Matched> found(Connection connection, Optional<UUID> deliveryId, boolean fromOwner)
            throws SQLException {
        if (deliveryId.isEmpty()) {
            return Optional.empty();
        }
        Optional<Correspondence> correspondence = correspondences.of(connection, deliveryId.get());
        if (correspondence.isEmpty()) {
            return Optional.empty();
        }
        return Sql.first(
                connection,
                DETAILS,
                row -> new Matched(
                        correspondence.get(), fromOwner, row.getBoolean("relayed"), row.getString("reply_to")),
                deliveryId.get());
    }

    /** Only a human's answer can be told by its author: reports come from servers. */
    private Optional<UUID> byAuthor(Connection connection, Arrival arrival, Instant now) throws SQLException {
        boolean human = arrival.reading() instanceof Reading.Reply || arrival.reading() instanceof Reading.AutoReply;
        if (!human || arrival.from() == null) {
            return Optional.empty();
        }
        List<OpenThread> open = Sql.query(
                connection,
                THREADS,
                row -> new OpenThread(
                        row.getObject("id", UUID.class), row.getString("owner"), row.getString("subject")),
                hash.of(arrival.from()),
                now.minus(OPEN));
        String subject = Subjects.bare(arrival.subject());
        List<OpenThread> same = open.stream()
                .filter(thread -> Subjects.bare(thread.subject()).equals(subject))
                .toList();
        return theOne(same.isEmpty() ? open : same);
    }

    /** The newest, if all are of one owner; nobody gets what may be meant for somebody else. */
    private static Optional<UUID> theOne(List<OpenThread> threads) {
        Set<String> owners = threads.stream().map(OpenThread::owner).collect(Collectors.toSet());
        return owners.size() == 1 ? Optional.of(threads.getFirst().deliveryId()) : Optional.empty();
    }

    /** Our Message-IDs are made of the delivery's id. */
    private static Optional<UUID> deliveryOf(String messageId) {
        int at = messageId.indexOf('@');
        String local = at > 1 ? messageId.substring(1, at).toLowerCase(Locale.ROOT) : "";
        return Ids.isUuid(local) ? Optional.of(UUID.fromString(local)) : Optional.empty();
    }
}
