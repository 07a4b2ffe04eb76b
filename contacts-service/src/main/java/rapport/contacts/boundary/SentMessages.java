package rapport.contacts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactTransaction;
import rapport.kit.sql.Columns;
import rapport.kit.upkeep.Chore;

/** What people were sent within the window of their budget, over all senders. Messages that left it are forgotten. */
@ApplicationScoped
public class SentMessages implements Chore {
    /** As followup-service counts. */
    private static final Duration WINDOW = Duration.ofDays(7);

    private static final String ADD = """
            insert into sent_message (follow_up_id, sent_at, person_id)
            select distinct on (follow_up_id, sent_at) follow_up_id, sent_at::timestamptz, person_id
            from   unnest(?::uuid[], ?::text[], ?::uuid[]) as m (follow_up_id, sent_at, person_id)
            order  by follow_up_id, sent_at
            on conflict do nothing
            """;

    private static final String FORGET = """
            delete from sent_message
            where  (follow_up_id, sent_at) in (select follow_up_id, sent_at from sent_message where sent_at <= ? limit 1000)
            """;

    private final ContactTransaction transaction;
    private final Clock clock;

    SentMessages(ContactTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A message that reached somebody. */
    public record Sent(UUID followUpId, Instant sentAt, UUID personId) {}

    /** Counts those that are new and still in the window. */
    public void add(Connection connection, List<Sent> messages) throws SQLException {
        Instant since = clock.instant().minus(WINDOW);
        List<Sent> counted =
                messages.stream().filter(sent -> sent.sentAt().isAfter(since)).toList();
        if (counted.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            new Columns<>(connection, statement, counted)
                    .with("uuid", Sent::followUpId)
                    .with("text", Sent::sentAt)
                    .with("uuid", Sent::personId);
            statement.executeUpdate();
        }
    }

    @Override
    public int runOnce() throws SQLException {
        return transaction.commit(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setObject(1, clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }
}
