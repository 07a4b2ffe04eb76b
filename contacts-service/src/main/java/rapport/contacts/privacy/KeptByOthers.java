package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactTable;
import rapport.kit.sql.Columns;
import rapport.kit.sql.Sql;

/**
 * Erases contacts that others have of a person, with everything that hangs on them: scanned, kept as a speaker, waiting for the
 * registration behind a badge, typed or imported with something that identifies the person, and what their owner merged with one
 * of these. The owner keeps an empty row that tells their app that the contact is gone.
 */
@ApplicationScoped
class KeptByOthers {
    // A family of merged contacts goes as a whole, and so all that an owner has of the person at once.
    private static final String FIND = """
            with recursive known as (
                select c.owner, c.id
                from   contact c
                where  c.counterpart = any (?::uuid[])
                union
                select c.owner, c.id
                from   contact c
                where  c.keys is not null and c.keys && ?::text[]
                union
                select w.owner, w.contact_id
                from   registration r
                join   badge b on b.registration_id = r.id
                join   pending_badge w on w.token_hash = b.token_hash
                where  r.person_id = any (?::uuid[])
            ), family (owner, id) as (
                select owner, id from known
                union
                select m.owner, case when m.winner_id = f.id then m.loser_id else m.winner_id end
                from   family f
                join   contact_merge m on m.owner = f.owner and (m.winner_id = f.id or m.loser_id = f.id)
                where  m.undone_at is null
            ), kept as (
                select c.owner, c.id
                from   family f
                join   contact c on c.owner = f.owner and c.id = f.id and c.deleted_at is null
            )
            select owner, id
            from   kept
            where  owner in (select owner from kept group by owner order by owner limit 100)
            order  by owner, id
            """;

    private static final String GONE =
            "with gone as (select owner, id from unnest(?::text[], ?::uuid[]) as g (owner, id)) ";

    /** Each over all contacts at once. Notes, promises, merges with their snapshots, refusals: nothing outlives the contact. */
    private static final List<String> FORGET = List.of(
            GONE + "delete from note n using gone g where n.owner = g.owner and n.contact_id = g.id",
            GONE + "delete from interaction i using gone g where i.owner = g.owner and i.contact_id = g.id",
            GONE + "delete from ledger_entry l using gone g where l.owner = g.owner and l.contact_id = g.id",
            GONE + "delete from contact_cadence k using gone g where k.owner = g.owner and k.contact_id = g.id",
            GONE + "delete from contact_depth d using gone g where d.owner = g.owner and d.contact_id = g.id",
            GONE + "delete from pending_badge w using gone g where w.owner = g.owner and w.contact_id = g.id",
            GONE + """
            delete from contact_distinct d
            using  gone g
            where  d.owner = g.owner and (d.one_id = g.id or d.other_id = g.id)
            """,
            GONE + """
            delete from contact_merge m
            using  gone g
            where  m.owner = g.owner and (m.winner_id = g.id or m.loser_id = g.id)
            """,
            // Answers that would be given again.
            GONE + """
            delete from idempotency_key k
            using  gone g
            where  k.owner = g.owner
            and    (position(convert_to(g.id::text, 'UTF8') in k.body) > 0 or position(g.id::text in k.path) > 0)
            """,
            GONE + """
            , owed as (
                delete from contact_reciprocity r
                using  gone g
                where  r.owner = g.owner and r.contact_id = g.id
                returning r.contact_id, r.version + 1 as version
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.reciprocity.v1', contact_id, version, 'reciprocity.deleted.v1',
                   json_build_object('contactId', contact_id, 'version', version)::text
            from   owed
            """,
            GONE + """
            , emptied as (
                update contact c
                set    counterpart = c.id, person_id = null, speaker_id = null, kind = 'MANUAL', status = 'ACTIVE',
                       pending_reason = null, shares_card = false, shared_fields = null, state = '{}', words = null,
                       keys = null, merged_into = null, version = c.version + 1, deleted_at = now()
                from   gone g
                where  c.owner = g.owner and c.id = g.id
                returning c.id, c.version
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.contact.v1', id, version, 'contact.deleted.v1',
                   json_build_object('id', id, 'version', version)::text
            from   emptied
            """);

    private final ContactTable contacts;

    KeptByOthers(ContactTable contacts) {
        this.contacts = contacts;
    }

    private record Kept(String owner, UUID id) {}

    /** @return how many contacts went; 0 when nobody has any more */
    int forget(Connection connection, Collection<UUID> persons, Collection<String> keys) throws SQLException {
        List<Kept> seen = find(connection, persons, keys);
        if (seen.isEmpty()) {
            return 0;
        }
        List<String> owners = seen.stream().map(Kept::owner).distinct().toList();
        contacts.lockOwners(connection, owners);
        List<Kept> gone = find(connection, persons, keys).stream()
                .filter(kept -> owners.contains(kept.owner()))
                .toList();
        for (String sql : FORGET) {
            try (var statement = connection.prepareStatement(sql)) {
                new Columns<>(connection, statement, gone)
                        .with("text", Kept::owner)
                        .with("uuid", Kept::id);
                statement.executeUpdate();
            }
        }
        return seen.size();
    }

    private static List<Kept> find(Connection connection, Collection<UUID> persons, Collection<String> keys)
            throws SQLException {
        return Sql.query(
                connection, FIND, row -> new Kept(row.getString("owner"), Sql.id(row, "id")), persons, keys, persons);
    }
}
