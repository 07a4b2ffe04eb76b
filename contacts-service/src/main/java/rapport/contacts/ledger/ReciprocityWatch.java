package rapport.contacts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.contacts.contact.ContactWatch;
import rapport.kit.json.Json;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/** Publishes what owner and contact owe each other, when it is not what was published last. */
@ApplicationScoped
class ReciprocityWatch implements ContactWatch {
    private static final String ENTRIES = """
            select %s
            from   ledger_entry e
            where  e.owner = ? and e.contact_id = any (?)
            order  by e.id
            """.formatted(StoredEntry.COLUMNS);

    private static final String STORE = """
            insert into contact_reciprocity as known (owner, contact_id, version, body)
            values (?, ?, 1, ?::jsonb)
            on conflict (owner, contact_id) do update
            set    version = known.version + 1, body = excluded.body
            where  known.body <> excluded.body
            returning version
            """;

    /** A contact that never had an entry has nothing to be told about. */
    private static final String KNOWN = "select 1 from contact_reciprocity where owner = ? and contact_id = ?";

    private final Outbox outbox;

    ReciprocityWatch(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void touched(Connection connection, String owner, Collection<UUID> contacts) throws SQLException {
        Map<UUID, List<StoredEntry>> entries =
                entries(connection, owner, contacts).stream().collect(Collectors.groupingBy(StoredEntry::contactId));
        var facts = new ArrayList<Fact>();
        for (UUID contact : contacts.stream().distinct().sorted().toList()) {
            var says = ReciprocityMessage.of(owner, contact, entries.getOrDefault(contact, List.of()));
            if (says.isEmpty() && !known(connection, owner, contact)) {
                continue;
            }
            long version = store(connection, says);
            if (version > 0) {
                facts.add(new Fact(
                        ReciprocityMessage.TOPIC, contact, version, ReciprocityMessage.TYPE, says.numbered(version)));
            }
        }
        if (!facts.isEmpty()) {
            outbox.append(connection, facts);
        }
    }

    private static List<StoredEntry> entries(Connection connection, String owner, Collection<UUID> contacts)
            throws SQLException {
        var entries = new ArrayList<StoredEntry>();
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setString(1, owner);
            statement.setArray(2, connection.createArrayOf("uuid", contacts.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(StoredEntry.read(row));
                }
            }
        }
        return entries;
    }

    private static boolean known(Connection connection, String owner, UUID contact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, owner);
            statement.setObject(2, contact);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The number of the change; 0 when there is none. */
    private static long store(Connection connection, ReciprocityMessage says) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, says.owner());
            statement.setObject(2, says.contactId());
            statement.setString(3, Json.canonical(says));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
