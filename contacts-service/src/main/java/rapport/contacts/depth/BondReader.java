package rapport.contacts.depth;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.interaction.Direction;
import rapport.contacts.interaction.InteractionKind;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Encounter;
import rapport.kit.sql.Columns;

/** Reads what is known of relationships: three statements, however many there are. */
@ApplicationScoped
class BondReader {
    private static final String ASKED = "unnest(?::text[], ?::uuid[]) as k (owner, id)";

    private static final String CONTACTS = """
            select c.owner, c.id, c.state::text as state, c.created_at
            from   %s
            join   contact c on c.owner = k.owner and c.id = k.id
            where  c.merged_into is null and c.deleted_at is null
            """.formatted(ASKED);

    private static final String INTERACTIONS = """
            select i.owner, i.contact_id as id, i.kind, i.direction, i.occurred_at
            from   %s
            join   interaction i on i.owner = k.owner and i.contact_id = k.id and i.removed_at is null
            """.formatted(ASKED);

    private static final String PROMISES = """
            select e.owner, e.contact_id as id, count(*) filter (where e.state = 'KEPT') as kept,
                   count(*) filter (where e.state = 'BROKEN') as broken
            from   %s
            join   ledger_entry e on e.owner = k.owner and e.contact_id = k.id
            where  e.kind = 'PROMISE' and e.by_whom = 'ME'
            group  by e.owner, e.contact_id
            """.formatted(ASKED);

    /** A contact by its owner. */
    record Key(String owner, UUID contact) {
        static Key read(ResultSet row) throws SQLException {
            return new Key(row.getString("owner"), row.getObject("id", UUID.class));
        }
    }

    private record Promises(int kept, int broken) {
        static final Promises NONE = new Promises(0, 0);
    }

    private record Known(Instant since, List<Touch> touches) {}

    /** The relationships with those of the contacts that are there. */
    Map<Key, Bond> read(Connection connection, List<Key> keys) throws SQLException {
        Map<Key, Known> contacts = contacts(connection, keys);
        addInteractions(connection, keys, contacts);
        Map<Key, Promises> promises = promises(connection, keys);
        var bonds = new LinkedHashMap<Key, Bond>();
        contacts.forEach((key, known) -> {
            Promises made = promises.getOrDefault(key, Promises.NONE);
            bonds.put(key, new Bond(known.since(), known.touches(), made.kept(), made.broken()));
        });
        return bonds;
    }

    private static Map<Key, Known> contacts(Connection connection, List<Key> keys) throws SQLException {
        var contacts = new LinkedHashMap<Key, Known>();
        try (PreparedStatement statement = asking(connection, CONTACTS, keys);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                var touches = new ArrayList<Touch>();
                for (Encounter met : ContactState.fromJson(row.getString("state"))
                        .encounters()
                        .values()) {
                    touches.add(Touch.encounter(met.metAt()));
                }
                contacts.put(Key.read(row), new Known(instant(row, "created_at"), touches));
            }
        }
        return contacts;
    }

    private static void addInteractions(Connection connection, List<Key> keys, Map<Key, Known> contacts)
            throws SQLException {
        try (PreparedStatement statement = asking(connection, INTERACTIONS, keys);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Known known = contacts.get(Key.read(row));
                if (known != null) {
                    known.touches()
                            .add(Touch.of(
                                    InteractionKind.valueOf(row.getString("kind")),
                                    Direction.valueOf(row.getString("direction")),
                                    instant(row, "occurred_at")));
                }
            }
        }
    }

    private static Map<Key, Promises> promises(Connection connection, List<Key> keys) throws SQLException {
        var promises = new HashMap<Key, Promises>();
        try (PreparedStatement statement = asking(connection, PROMISES, keys);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                promises.put(Key.read(row), new Promises(row.getInt("kept"), row.getInt("broken")));
            }
        }
        return promises;
    }

    private static PreparedStatement asking(Connection connection, String sql, List<Key> keys) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        new Columns<>(connection, statement, keys).with("text", Key::owner).with("uuid", Key::contact);
        return statement;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
