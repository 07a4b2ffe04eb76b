package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import rapport.followup.decision.Allowance;

/**
 * Recipients' budgets. Their rows are locked before anything is counted, and in the order of their ids, so two dispatchers
 * neither spend the same place twice nor wait for each other in a circle.
 */
@ApplicationScoped
class Recipients {

    private static final String ENSURE = """
            insert into recipient (person_id)
            select id from unnest(?::uuid[]) as wanted (id) order by id
            on conflict do nothing
            """;

    private static final String LOCK = """
            select person_id from recipient where person_id = any(?) order by person_id for update
            """;

    private static final String COUNTED = """
            select   recipient, claimed_at
            from     delivery
            where    recipient = any(?) and claimed_at > ? and state in ('SENDING', 'SENT', 'UNCERTAIN')
            order by claimed_at
            """;

    private static final String WAITING = """
            select   recipient, count(*) as waiting
            from     progress
            where    recipient = any(?) and send_at is not null
            and      (state = 'HELD' and estimate_at is not null and reason in ('budget-exhausted', 'quiet-hours',
                    'sender-first-contacts', 'sender-unanswered')
                    or state = 'SCHEDULED' and send_at <= ?)
            and      follow_up_id <> all(?)
            group by recipient
            """;

    /**
     * What is known of one recipient.
     *
     * @param counted when the messages of the last seven days were claimed
     * @param waiting how many others wait or are due, apart from those that are being decided
     */
    record Usage(List<Instant> counted, int waiting) {}

    void lock(Connection connection, Collection<UUID> people) throws SQLException {
        Array ids = connection.createArrayOf("uuid", new TreeSet<>(people).toArray());
        try (var ensure = connection.prepareStatement(ENSURE);
                var lock = connection.prepareStatement(LOCK)) {
            ensure.setArray(1, ids);
            ensure.executeUpdate();
            lock.setArray(1, ids);
            lock.executeQuery().close();
        }
    }

    /** @param batch the follow-ups that are being decided */
    Map<UUID, Usage> usage(Connection connection, Collection<UUID> people, Collection<UUID> batch, Instant now)
            throws SQLException {
        Array ids = connection.createArrayOf("uuid", people.toArray());
        Map<UUID, Integer> waiting = waiting(connection, ids, batch, now);
        Map<UUID, Usage> usage = new HashMap<>();
        people.forEach(person -> usage.put(person, new Usage(new ArrayList<>(), waiting.getOrDefault(person, 0))));
        try (var counted = connection.prepareStatement(COUNTED)) {
            counted.setArray(1, ids);
            counted.setObject(2, Sql.time(now.minus(Allowance.WEEK)));
            try (ResultSet row = counted.executeQuery()) {
                while (row.next()) {
                    usage.get(row.getObject("recipient", UUID.class)).counted().add(Sql.instant(row, "claimed_at"));
                }
            }
        }
        return usage;
    }

    private static Map<UUID, Integer> waiting(Connection connection, Array people, Collection<UUID> batch, Instant now)
            throws SQLException {
        Map<UUID, Integer> found = new HashMap<>();
        try (var waiting = connection.prepareStatement(WAITING)) {
            waiting.setArray(1, people);
            waiting.setObject(2, Sql.time(now));
            waiting.setArray(3, connection.createArrayOf("uuid", batch.toArray()));
            try (ResultSet row = waiting.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject("recipient", UUID.class), row.getInt("waiting"));
                }
            }
        }
        return found;
    }
}
