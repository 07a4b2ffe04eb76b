package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import rapport.followup.decision.SenderHistory;

/** Senders' budgets. Their rows are locked like those of recipients, always after them. */
@ApplicationScoped
class Senders {

    private static final String ENSURE = """
            insert into sender (owner)
            select owner from unnest(?::text[]) as wanted (owner) order by owner collate "C"
            on conflict do nothing
            """;

    private static final String LOCK = """
            select owner from sender where owner = any(?) order by owner collate "C" for update
            """;

    private static final String SENT = """
            select   owner, recipient, event_id, claimed_at
            from     delivery
            where    owner = any(?) and claimed_at > ? and state in ('SENDING', 'SENT', 'UNCERTAIN')
            """;

    private static final String ANSWERED = """
            select   s.owner, coalesce(s.person_id, c.person_id) as recipient, max(s.at) as at
            from     stop_signal s
            left     join contact c on c.contact_id = s.contact_id
            where    s.owner = any(?) and s.at > ? and s.kind in ('REPLY', 'INTERACTION')
            and      coalesce(s.person_id, c.person_id) is not null
            group by s.owner, coalesce(s.person_id, c.person_id)
            """;

    private static final String WAITING = """
            select   owner, count(*) as waiting
            from     progress
            where    owner = any(?) and state = 'HELD' and reason = 'sender-first-contacts' and follow_up_id <> all(?)
            group by owner
            """;

    void lock(Connection connection, Collection<String> owners) throws SQLException {
        Array names = names(connection, owners);
        try (var ensure = connection.prepareStatement(ENSURE);
                var lock = connection.prepareStatement(LOCK)) {
            ensure.setArray(1, names);
            ensure.executeUpdate();
            lock.setArray(1, names);
            lock.executeQuery().close();
        }
    }

    /** @param batch the follow-ups that are being decided: they do not stand in their own way */
    Map<String, SenderHistory> histories(
            Connection connection, Collection<String> owners, Collection<UUID> batch, Instant now) throws SQLException {
        Map<String, SenderHistory> histories = new HashMap<>();
        owners.forEach(owner -> histories.put(owner, new SenderHistory()));
        Array names = names(connection, owners);
        sent(connection, names, now, histories);
        answered(connection, names, now, histories);
        waiting(connection, names, batch, histories);
        return histories;
    }

    private static void sent(Connection connection, Array owners, Instant now, Map<String, SenderHistory> histories)
            throws SQLException {
        try (var statement = connection.prepareStatement(SENT)) {
            statement.setArray(1, owners);
            statement.setObject(2, Sql.time(now.minus(SenderHistory.LENGTH)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    histories
                            .get(row.getString("owner"))
                            .add(new SenderHistory.Sent(
                                    row.getObject("recipient", UUID.class),
                                    row.getObject("event_id", UUID.class),
                                    Sql.instant(row, "claimed_at")));
                }
            }
        }
    }

    private static void answered(Connection connection, Array owners, Instant now, Map<String, SenderHistory> histories)
            throws SQLException {
        try (var statement = connection.prepareStatement(ANSWERED)) {
            statement.setArray(1, owners);
            statement.setObject(2, Sql.time(now.minus(SenderHistory.LENGTH)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    histories
                            .get(row.getString("owner"))
                            .answered(row.getObject("recipient", UUID.class), Sql.instant(row, "at"));
                }
            }
        }
    }

    private static void waiting(
            Connection connection, Array owners, Collection<UUID> batch, Map<String, SenderHistory> histories)
            throws SQLException {
        try (var statement = connection.prepareStatement(WAITING)) {
            statement.setArray(1, owners);
            statement.setArray(2, connection.createArrayOf("uuid", batch.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    histories.get(row.getString("owner")).waiting(row.getInt("waiting"));
                }
            }
        }
    }

    private static Array names(Connection connection, Collection<String> owners) throws SQLException {
        return connection.createArrayOf("text", new TreeSet<>(owners).toArray());
    }
}
