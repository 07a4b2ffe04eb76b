package rapport.followup.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.mail.MailLinkMaker;
import rapport.followup.post.Letter;
import rapport.followup.post.PostBox;
import rapport.kit.id.Ids;
import rapport.kit.sql.Sql;

/** Asks people whether somebody may write to them: once, and once more after a "later" is over. */
@ApplicationScoped
public class ContactRequests {

    /** How long a request, and the message behind it, wait for a word. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private static final String ASK = """
            insert into contact_request as known (id, owner, person_id, follow_up_id, asked_at)
            values (?, ?, ?, ?, ?)
            on conflict (owner, person_id) do update
            set    answer = 'NONE', until = null, round = known.round + 1, asked_at = excluded.asked_at,
                   follow_up_id = excluded.follow_up_id
            where  known.answer = 'LATER' and known.until <= excluded.asked_at
            returning round
            """;

    // Being asked takes people days: the message must not be too late before they say a word.
    private static final String WAIT_LONGER = """
            update progress
            set    not_after = greatest(not_after, ?)
            where  follow_up_id = ? and state = 'HELD'
            """;

    private final MailLinkMaker links;

    ContactRequests(MailLinkMaker links) {
        this.links = links;
    }

    /** In the transaction that holds the messages back. A person who was asked already is not asked again. */
    public void ask(Connection connection, List<Asking> waiting, Instant now) throws SQLException {
        // Several processes ask at the same time: one order for all, so that none waits for another in a circle.
        List<Asking> sorted = waiting.stream()
                .sorted(Comparator.comparing(Asking::owner).thenComparing(Asking::personId))
                .toList();
        for (Asking each : sorted) {
            UUID id = id(each.owner(), each.personId());
            Optional<Integer> round = Sql.first(
                    connection,
                    ASK,
                    row -> row.getInt("round"),
                    id,
                    each.owner(),
                    each.personId(),
                    each.followUpId(),
                    now);
            if (round.isPresent()) {
                write(connection, each, Ids.derived(id, "card " + round.get()), now);
            }
            Sql.update(connection, WAIT_LONGER, now.plus(PATIENCE), each.followUpId());
        }
    }

    private void write(Connection connection, Asking asking, UUID letterId, Instant now) throws SQLException {
        RequestCard card = RequestCard.of(asking, links.request(letterId));
        PostBox.put(
                connection,
                new Letter(
                        letterId,
                        Letter.Kind.REQUEST,
                        asking.followUpId(),
                        asking.ownerName(),
                        asking.owner(),
                        asking.personId(),
                        null,
                        null,
                        null,
                        card.subject(),
                        card.words(),
                        now.plus(PATIENCE)),
                now);
    }

    /** The one request of a pair. */
    static UUID id(String owner, UUID personId) {
        return Ids.derived(personId, "request " + owner);
    }
}
