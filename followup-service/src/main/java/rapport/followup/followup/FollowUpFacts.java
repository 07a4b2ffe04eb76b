package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;
import rapport.kit.outbox.TopicSpec;
import rapport.kit.sql.Sql;

/** Publishes the state of follow-ups as it stands in the running transaction: one way for requests and dispatchers. */
@ApplicationScoped
public class FollowUpFacts {

    private static final String READ = """
            select f.id, p.version, f.owner, f.contact_id, p.recipient, f.event_id, f.purpose, f.channel, p.state,
                   p.reason, p.due_at, p.sent_at
            from   unnest(?::uuid[]) with ordinality as changed (id, position)
            join   follow_up f on f.id = changed.id
            join   progress p on p.follow_up_id = f.id
            order  by changed.position
            """;

    private final Outbox outbox;

    FollowUpFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Produces
    @Singleton
    static TopicSpec topic() {
        return TopicSpec.state(FollowUpMessage.TOPIC);
    }

    /** Appends the state of these follow-ups to the outbox; the changes have to be written already. */
    public void append(Connection connection, Collection<UUID> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        append(connection, Sql.query(connection, READ, FollowUpFacts::message, changed));
    }

    /** Appends these states to the outbox, as a statement that wrote them returned them. */
    public void append(Connection connection, List<FollowUpMessage> changed) throws SQLException {
        outbox.append(
                connection,
                changed.stream()
                        .map(message -> new Fact(
                                FollowUpMessage.TOPIC,
                                message.followUpId(),
                                message.version(),
                                FollowUpMessage.CHANGED,
                                message))
                        .toList());
    }

    /** The state in a row that has the columns of the message and is named like the tables' columns. */
    public static FollowUpMessage message(ResultSet row) throws SQLException {
        return new FollowUpMessage(
                Sql.id(row, "id"),
                row.getLong("version"),
                row.getString("owner"),
                Sql.id(row, "contact_id"),
                Sql.id(row, "recipient"),
                Sql.id(row, "event_id"),
                row.getString("purpose"),
                row.getString("channel"),
                row.getString("state"),
                row.getString("reason"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "sent_at"));
    }
}
