package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;
import rapport.kit.outbox.TopicSpec;

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
        List<Fact> facts = new ArrayList<>(changed.size());
        try (var statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("uuid", changed.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    FollowUpMessage message = message(row);
                    facts.add(new Fact(
                            FollowUpMessage.TOPIC,
                            message.followUpId(),
                            message.version(),
                            FollowUpMessage.CHANGED,
                            message));
                }
            }
        }
        outbox.append(connection, facts);
    }

    private static FollowUpMessage message(ResultSet row) throws SQLException {
        return new FollowUpMessage(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("owner"),
                row.getObject("contact_id", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("purpose"),
                row.getString("channel"),
                row.getString("state"),
                row.getString("reason"),
                instant(row, "due_at"),
                instant(row, "sent_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
