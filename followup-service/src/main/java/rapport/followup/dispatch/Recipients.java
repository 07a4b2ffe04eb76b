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
import rapport.followup.decision.BudgetWindow;

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
            where    recipient = any(?) and send_at is not null and state = 'HELD' and reason = 'budget-exhausted'
            and      not follow_up_id = any(?)
            group by recipient
            """;

    /** What is known of one recipient's budget; grows while a batch is decided. */
    static final class Usage {
        private final List<Instant> counted = new ArrayList<>();
        private int waiting;

        List<Instant> counted() {
            return counted;
        }

        int waiting() {
            return waiting;
        }

        void spend(Instant now) {
            counted.add(now);
        }

        void queue() {
            waiting++;
        }
    }

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

    /** @param batch the follow-ups that are being decided: they do not stand in their own way */
    Map<UUID, Usage> usage(Connection connection, Collection<UUID> people, Collection<UUID> batch, Instant now)
            throws SQLException {
        Map<UUID, Usage> usage = new HashMap<>();
        people.forEach(person -> usage.put(person, new Usage()));
        Array ids = connection.createArrayOf("uuid", people.toArray());
        try (var counted = connection.prepareStatement(COUNTED);
                var waiting = connection.prepareStatement(WAITING)) {
            counted.setArray(1, ids);
            counted.setObject(2, Sql.time(now.minus(BudgetWindow.LENGTH)));
            try (ResultSet row = counted.executeQuery()) {
                while (row.next()) {
                    usage.get(row.getObject("recipient", UUID.class)).spend(Sql.instant(row, "claimed_at"));
                }
            }
            waiting.setArray(1, ids);
            waiting.setArray(2, connection.createArrayOf("uuid", batch.toArray()));
            try (ResultSet row = waiting.executeQuery()) {
                while (row.next()) {
                    usage.get(row.getObject("recipient", UUID.class)).waiting = row.getInt("waiting");
                }
            }
        }
        return usage;
    }
}
