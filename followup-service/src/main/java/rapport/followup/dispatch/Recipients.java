package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import rapport.followup.decision.Allowance;
import rapport.kit.sql.Sql;

/**
 * Recipients' budgets. Their rows are locked before anything is counted, and in the order of their ids, so two dispatchers
 * neither spend the same place twice nor wait for each other in a circle.
 */
@ApplicationScoped
class Recipients {

    private static final String ENSURE = """
            insert into recipient (person_id)
            select id from unnest(?::uuid[]) as wanted (id)
            where  not exists (select from recipient where recipient.person_id = wanted.id)
            order  by id
            on conflict do nothing
            """;

    private static final String LOCK = """
            select person_id from recipient where person_id = any(?::uuid[]) order by person_id for update
            """;

    private static final String COUNTED = """
            select   recipient, claimed_at
            from     delivery
            where    recipient = any(?::uuid[]) and claimed_at > ? and state in ('SENDING', 'SENT', 'UNCERTAIN')
            order by claimed_at
            """;

    private static final String WAITING = """
            select   recipient, count(*) as waiting
            from     progress
            where    recipient = any(?::uuid[]) and send_at is not null
            and      (state = 'HELD' and estimate_at is not null and reason in ('budget-exhausted', 'quiet-hours',
                    'sender-first-contacts', 'sender-unanswered')
                    or state = 'SCHEDULED' and send_at <= ?)
            and      follow_up_id <> all(?::uuid[])
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
        Set<UUID> ids = new TreeSet<>(people);
        Sql.update(connection, ENSURE, ids);
        Sql.each(connection, LOCK, row -> {}, ids);
    }

    /** @param batch the follow-ups that are being decided */
    Map<UUID, Usage> usage(Connection connection, Collection<UUID> people, Collection<UUID> batch, Instant now)
            throws SQLException {
        Map<UUID, Integer> waiting = waiting(connection, people, batch, now);
        Map<UUID, Usage> usage = new HashMap<>();
        people.forEach(person -> usage.put(person, new Usage(new ArrayList<>(), waiting.getOrDefault(person, 0))));
        Sql.each(
                connection,
                COUNTED,
                row -> usage.get(Sql.id(row, "recipient")).counted().add(Sql.instant(row, "claimed_at")),
                people,
                now.minus(Allowance.WEEK));
        return usage;
    }

    private static Map<UUID, Integer> waiting(
            Connection connection, Collection<UUID> people, Collection<UUID> batch, Instant now) throws SQLException {
        Map<UUID, Integer> found = new HashMap<>();
        Sql.each(
                connection,
                WAITING,
                row -> found.put(Sql.id(row, "recipient"), row.getInt("waiting")),
                people,
                now,
                batch);
        return found;
    }
}
