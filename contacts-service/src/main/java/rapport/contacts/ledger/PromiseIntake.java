package rapport.contacts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import rapport.contacts.contact.Belongings;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.kit.upkeep.Chore;

/** Turns what was promised at scans into promises with a day. Scans do not wait for it. */
@ApplicationScoped
class PromiseIntake implements Chore {
    private static final String OWNERS = """
            select distinct owner
            from   note
            where  kind = 'COMMITMENT' and not in_ledger
            order  by owner
            limit  ?
            """;

    // In the zone of the owner's settings; the day that is named here can be changed by the owner, so the zone of an
    // event is not looked up.
    private static final String TAKE = """
            with taken as (
                update note n
                set    in_ledger = true
                where  n.owner = any (?) and n.kind = 'COMMITMENT' and not n.in_ledger
                returning n.owner, n.contact_id, n.source_id, n.position, n.body, n.noted_at
            )
            insert into ledger_entry (owner, id, contact_id, kind, by_whom, what, happened_at, due_on, state, source_id, position, version)
            select t.owner, uuidv7(), t.contact_id, 'PROMISE', 'ME', t.body, t.noted_at,
                   (t.noted_at at time zone coalesce(s.zone, 'UTC'))::date + ?, 'OPEN', t.source_id, t.position, 1
            from   taken t
            left   join reminder_setting s on s.owner = t.owner
            on conflict (owner, source_id, position) do nothing
            returning owner, contact_id
            """;

    private final ContactTransaction transaction;
    private final ContactTable contacts;
    private final Belongings belongings;
    private final LedgerConfig config;

    PromiseIntake(ContactTransaction transaction, ContactTable contacts, Belongings belongings, LedgerConfig config) {
        this.transaction = transaction;
        this.contacts = contacts;
        this.belongings = belongings;
        this.config = config;
    }

    @Override
    public int runOnce() throws SQLException {
        return transaction.commit(this::take);
    }

    private int take(Connection connection) throws SQLException {
        List<String> owners = owners(connection);
        if (owners.isEmpty()) {
            return 0;
        }
        // First the owners, then their notes: a merge moves notes and holds the lock as well.
        contacts.lockOwners(connection, owners);
        Map<String, Set<UUID>> touched = promises(connection, owners);
        for (Map.Entry<String, Set<UUID>> one : touched.entrySet()) {
            belongings.touched(connection, one.getKey(), one.getValue());
        }
        return owners.size();
    }

    private List<String> owners(Connection connection) throws SQLException {
        var owners = new ArrayList<String>();
        try (PreparedStatement statement = connection.prepareStatement(OWNERS)) {
            statement.setInt(1, config.ownersPerStep());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    owners.add(row.getString("owner"));
                }
            }
        }
        return owners;
    }

    private Map<String, Set<UUID>> promises(Connection connection, List<String> owners) throws SQLException {
        var touched = new TreeMap<String, Set<UUID>>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, connection.createArrayOf("text", owners.toArray()));
            statement.setInt(2, config.promiseDays());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    touched.computeIfAbsent(row.getString("owner"), owner -> new TreeSet<>())
                            .add(row.getObject("contact_id", UUID.class));
                }
            }
        }
        return touched;
    }
}
