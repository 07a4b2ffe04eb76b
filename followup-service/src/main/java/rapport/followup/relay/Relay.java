package rapport.followup.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.links.LinkPurpose;
import rapport.followup.post.Letter;
import rapport.followup.post.PostBox;
import rapport.kit.id.Ids;
import rapport.kit.sql.Sql;

/**
 * Passes answers on between two people of whom neither sees the other's address. What is passed on is a new mail with headers of our
 * own; of the old one only the plain words and the subject go along. They are kept until a mail server has them, not longer.
 */
@ApplicationScoped
public class Relay {

    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 20;

    private static final String PASSED_ON = """
            select count(*) from letter where thread_id = ? and kind = 'PASSED_ON' and created_at > ?
            """;

    private static final String PERSON = """
            select display_name, email from person where person_id = ? and not deleted
            """;

    /** What somebody wrote. @param from the author's address, to be hidden; may be null */
    public record Answer(UUID cause, String from, String subject, String words) {}

    private record Person(String name, String address) {}

    /** What the recipient wrote, for the owner. @return whether it was passed on */
    public boolean toOwner(
            Connection connection, Correspondence about, Answer answer, String ownersAddress, Instant now)
            throws SQLException {
        return pass(connection, about, answer, ownersAddress, true, now);
    }

    /** What the owner wrote, for the recipient, who wrote before. @return whether it was passed on */
    public boolean toRecipient(
            Connection connection, Correspondence about, Answer answer, String ownersAddress, Instant now)
            throws SQLException {
        return pass(connection, about, answer, ownersAddress, false, now);
    }

    private static boolean pass(
            Connection connection,
            Correspondence about,
            Answer answer,
            String ownersAddress,
            boolean toOwner,
            Instant now)
            throws SQLException {
        List<Person> people = Sql.query(
                connection,
                PERSON,
                row -> new Person(row.getString("display_name"), row.getString("email")),
                about.recipient());
        if (about.owner() == null || people.isEmpty() || tooMany(connection, about, now)) {
            return false;
        }
        Person recipient = people.getFirst();
        List<String> hidden = Stream.of(answer.from(), ownersAddress, recipient.address())
                .filter(address -> address != null && !address.isBlank())
                .toList();
        PostBox.put(
                connection,
                new Letter(
                        Ids.derived(answer.cause(), "passed on"),
                        Letter.Kind.PASSED_ON,
                        about.followUpId(),
                        toOwner ? name(recipient) : about.ownerName(),
                        toOwner ? null : about.owner(),
                        toOwner ? null : about.recipient(),
                        toOwner ? about.owner() : null,
                        toOwner ? LinkPurpose.OWNER_REPLY : LinkPurpose.REPLY,
                        about.deliveryId(),
                        PassedOnText.of(answer.subject(), hidden),
                        PassedOnText.of(answer.words(), hidden),
                        now.plus(PATIENCE)),
                now);
        return true;
    }

    /** Two programs that answer each other end here at the latest. */
    private static boolean tooMany(Connection connection, Correspondence about, Instant now) throws SQLException {
        return Sql.first(connection, PASSED_ON, row -> row.getInt(1), about.followUpId(), now.minus(DAY))
                        .orElseThrow()
                >= MOST_A_DAY;
    }

    private static String name(Person person) {
        return person.name() == null ? "Somebody" : person.name();
    }
}
