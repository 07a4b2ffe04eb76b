package rapport.contacts.addressbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactViews;
import rapport.contacts.contact.StoredContact;

/** Which of an owner's contacts the rows of a file are. */
@ApplicationScoped
class ImportTable {
    // What a person does not share finds nobody: an import must not tell whose address or number something is.
    private static final String FIND = """
            with mine as materialized (
                select c.owner, c.id, c.keys, c.person_id, c.speaker_id, c.state, c.shares_card
                from   contact c
                where  c.owner = ? and c.merged_into is null and c.deleted_at is null
            ), known as (
                select c.id, s.key
                from   mine c
                cross  join lateral jsonb_each(c.state -> 'details' -> 'lists' -> 'SOURCES') as s (key, value)
                where  s.value ->> 'value' is not null
                union
                select c.id, 'urn:uuid:' || c.id::text from mine c
                union
                select c.id, k.key
                from   mine c
                cross  join lateral unnest(c.keys) as k (key)
                union
                select c.id, k.key
                from   mine c
                join   person p on p.id = c.person_id and p.status = 'ACTIVE'
                cross  join lateral unnest(p.keys) as k (key)
                where  %s
                union
                select c.id, k.key
                from   mine c
                join   speaker s on s.id = c.speaker_id and s.status = 'ACTIVE'
                cross  join lateral unnest(s.keys) as k (key)
            )
            select id, key
            from   known
            where  key = any (?::text[])
            """.formatted(ContactViews.COMPARABLE_NOW);

    private static final String CONTACTS =
            "select %s from contact c where c.owner = ? and c.id = any (?::uuid[])".formatted(ContactTable.COLUMNS);

    Map<String, Set<UUID>> find(Connection connection, String owner, Collection<String> keys) throws SQLException {
        var found = new HashMap<String, Set<UUID>>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, owner);
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("key"), k -> new LinkedHashSet<>())
                            .add(row.getObject("id", UUID.class));
                }
            }
        }
        return found;
    }

    List<StoredContact> contacts(Connection connection, String owner, Collection<UUID> ids) throws SQLException {
        var contacts = new ArrayList<StoredContact>();
        try (PreparedStatement statement = connection.prepareStatement(CONTACTS)) {
            statement.setString(1, owner);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contacts.add(ContactTable.read(row));
                }
            }
        }
        return contacts;
    }
}
