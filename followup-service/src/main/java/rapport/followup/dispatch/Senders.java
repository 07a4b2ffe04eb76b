package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.decision.Allowance;
import rapport.followup.decision.SenderHistory;
import rapport.kit.sql.Sql;

/** Senders' budgets. Their rows are locked like those of recipients, always after them. */
@ApplicationScoped
class Senders {

    private static final String ENSURE = """
            insert into sender (owner)
            select owner from unnest(?::text[]) as wanted (owner)
            where  not exists (select from sender where sender.owner = wanted.owner)
            order  by owner collate "C"
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
            where    owner = any(?) and state = 'HELD' and reason = 'sender-first-contacts' and follow_up_id <> all(?::uuid[])
            group by owner
            """;

    private final Allowance firstContacts;

    Senders(GateRules rules) {
        this.firstContacts = rules.rules().firstContacts();
    }

    void lock(Connection connection, Collection<String> owners) throws SQLException {
        Set<String> names = new TreeSet<>(owners);
        Sql.update(connection, ENSURE, names);
        Sql.each(connection, LOCK, row -> {}, names);
    }

    /**
     * @param owners whose messages are decided, once for each of them
     * @param batch the follow-ups that are being decided: they do not stand in their own way
     */
    Map<String, SenderHistory> histories(
            Connection connection, Collection<String> owners, Collection<UUID> batch, Instant now) throws SQLException {
        Map<String, SenderHistory> histories = new HashMap<>();
        Map<String, Integer> wanted = new HashMap<>();
        for (String owner : owners) {
            histories.putIfAbsent(owner, new SenderHistory());
            wanted.merge(owner, 1, Integer::sum);
        }
        Instant since = now.minus(SenderHistory.LENGTH);
        sent(connection, histories, since);
        answered(connection, histories, since);
        waiting(connection, histories, full(histories, wanted, now), batch);
        return histories;
    }

    private static void sent(Connection connection, Map<String, SenderHistory> histories, Instant since)
            throws SQLException {
        Sql.each(
                connection,
                SENT,
                row -> histories
                        .get(row.getString("owner"))
                        .add(new SenderHistory.Sent(
                                Sql.id(row, "recipient"), Sql.id(row, "event_id"), Sql.instant(row, "claimed_at"))),
                histories.keySet(),
                since);
    }

    private static void answered(Connection connection, Map<String, SenderHistory> histories, Instant since)
            throws SQLException {
        Sql.each(
                connection,
                ANSWERED,
                row -> histories.get(row.getString("owner")).answered(Sql.id(row, "recipient"), Sql.instant(row, "at")),
                histories.keySet(),
                since);
    }

    /** Those who may want more first contacts than they are allowed: for all others nobody can stand in front. */
    private Set<String> full(Map<String, SenderHistory> histories, Map<String, Integer> wanted, Instant now) {
        Instant since = now.minus(firstContacts.length());
        return histories.keySet().stream()
                .filter(owner -> histories.get(owner).writtenToSince(since) + wanted.get(owner) > firstContacts.limit())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void waiting(
            Connection connection, Map<String, SenderHistory> histories, Set<String> owners, Collection<UUID> batch)
            throws SQLException {
        if (owners.isEmpty()) {
            return;
        }
        Sql.each(
                connection,
                WAITING,
                row -> histories.get(row.getString("owner")).waiting(row.getInt("waiting")),
                owners,
                batch);
    }
}
