package rapport.contacts.contact;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.contacts.merge.ContactState;
import rapport.kit.sql.Columns;

/**
 * The set-based statements on contacts. Every writer of a contact first takes the lock of its owner, then reads, merges and
 * writes: nothing that two writers say at the same time is lost, and none waits for another one in a circle.
 */
@ApplicationScoped
@Unremovable
public class ContactTable {
    /** What {@link #read(ResultSet)} reads, of a table called {@code c}. */
    public static final String COLUMNS = """
            c.owner, c.id, c.counterpart, c.person_id, c.speaker_id, c.kind, c.shares_card, c.shared_fields, c.pending_reason, c.version, \
            c.state, c.merged_into""";

    // The keys come sorted, so that two transactions never wait for each other.
    private static final String LOCK_OWNERS = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) as k";

    // A person who is met and shows nothing is asked, once for ever; one who has just stopped sharing is not.
    // Not "on conflict do update": who holds the owner's lock knows which contacts are new, and a plain insert costs an
    // eighth less.
    private static final String WRITE = """
            with change as (
                select *
                from   unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[],
                              ?::bigint[], ?::text[], ?::uuid[], ?::text[])
                       as c (owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card,
                             shared_fields, version, state, merged_into, body)
            ), born as (
                insert into contact (owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card,
                                     shared_fields, version, state, merged_into)
                select owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card,
                       shared_fields, version, state::jsonb, merged_into
                from   change
                where  version = 1
            ), grown as (
                update contact as c
                set    counterpart = n.counterpart, person_id = n.person_id, speaker_id = n.speaker_id, kind = n.kind,
                       status = n.status, pending_reason = n.pending_reason, shares_card = n.shares_card,
                       shared_fields = n.shared_fields, version = n.version,
                       state = n.state::jsonb, merged_into = n.merged_into, updated_at = now(),
                       change_xid = pg_current_xact_id()
                from   change n
                where  n.version > 1 and c.owner = n.owner and c.id = n.id
            ), noted as (
                insert into note (owner, contact_id, source_id, position, kind, body, noted_at)
                select owner, contact_id, source_id, position, kind, body, to_timestamp(noted_at / 1e3)
                from   unnest(?::text[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::bigint[])
                       as n (owner, contact_id, source_id, position, kind, body, noted_at)
                on conflict do nothing
            ), asked as (
                insert into consent (person_id, holder, state, asked_at, changed_at)
                select n.person_id, n.owner, 'ASKED', now(), now()
                from   change n
                where  n.status = 'NEEDS_CONSENT' and n.merged_into is null
                and    not exists (select 1 from contact o where o.owner = n.owner and o.id = n.id and o.shares_card)
                on conflict do nothing
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.contact.v1', id, version, 'contact.changed.v1', body
            from   change
            """;

    // Apart from the writing: a scan says nothing by which a contact is found, and shall not pay for it.
    private static final String FIND_BY = """
            update contact as c
            set    words = f.words, keys = f.keys::text[]
            from   unnest(?::text[], ?::uuid[], ?::text[], ?::text[]) as f (owner, id, words, keys)
            where  c.owner = f.owner and c.id = f.id
            and    (c.words is distinct from f.words or c.keys is distinct from f.keys::text[])
            """;

    private static final String SURVIVING = "select surviving_contact(?, ?)";

    // To the contact that an alias leads to in the end. Merges on the way remember what came, for the day they are
    // undone.
    private static final String MOVE_NOTES = """
            with recursive way as (
                select a.owner, a.alias, c.id as at, c.merged_into as next
                from   unnest(?::text[], ?::uuid[]) as a (owner, alias)
                join   contact c on c.owner = a.owner and c.id = a.alias
                union  all
                select w.owner, w.alias, c.id, c.merged_into
                from   way w
                join   contact c on c.owner = w.owner and c.id = w.next
            ), went as (
                update note as n
                set    contact_id = w.at
                from   way w
                where  w.next is null and w.at <> w.alias and n.owner = w.owner and n.contact_id = w.alias
                returning n.owner, w.alias, n.source_id
            ), came as (
                select w.owner, w.at, jsonb_agg(distinct g.source_id) as sources
                from   way w
                join   went g on g.owner = w.owner and g.alias = w.alias
                group  by w.owner, w.at
            )
            update contact_merge as m
            set    moved = jsonb_set(m.moved, '{note}', coalesce(m.moved -> 'note', '[]') || c.sources)
            from   came c
            where  m.owner = c.owner and m.loser_id = c.at and m.undone_at is null
            """;

    /** Serialises all writers of these owners' contacts until the end of the transaction. */
    public void lockOwners(Connection connection, Collection<String> owners) throws SQLException {
        Object[] keys =
                owners.stream().distinct().map(ContactTable::lockKey).sorted().toArray();
        try (PreparedStatement statement = connection.prepareStatement(LOCK_OWNERS)) {
            statement.setArray(1, connection.createArrayOf("bigint", keys));
            statement.execute();
        }
    }

    /** The 64 bits by which an owner is locked. Two owners with the same ones only wait for each other. */
    static Long lockKey(String owner) {
        long key = 1125899906842597L;
        for (int i = 0; i < owner.length(); i++) {
            key = 31 * key + owner.charAt(i);
        }
        return key;
    }

    /**
     * Stores changed contacts with their messages, and new notes, in one statement. The owners have to be locked. What changes
     * of a contact that was merged changes the contact that holds it as well.
     */
    public void write(Connection connection, List<StoredContact> contacts, List<NewNote> notes) throws SQLException {
        store(connection, contacts, notes);
        for (StoredContact contact : contacts) {
            if (contact.isMerged()) {
                settle(connection, contact);
            }
        }
    }

    /** Brings what holds a merged contact in line with it, and what was noted about it where it is shown. */
    void settle(Connection connection, StoredContact contact) throws SQLException {
        store(connection, new Families(connection, contact.owner()).stale(contact.id()), List.of());
        moveNotes(connection, List.of(contact));
    }

    void store(Connection connection, List<StoredContact> contacts, List<NewNote> notes) throws SQLException {
        if (contacts.isEmpty() && notes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            new Columns<>(connection, statement, contacts)
                    .with("text", StoredContact::owner)
                    .with("uuid", StoredContact::id)
                    .with("uuid", c -> c.standing().counterpart())
                    .with("uuid", c -> c.standing().personId())
                    .with("uuid", c -> c.standing().speakerId())
                    .with("text", c -> c.standing().kind().name())
                    .with("text", c -> c.standing().status().name())
                    .with("text", c -> nameOf(c.standing().pendingReason()))
                    .with("bool", c -> c.standing().sharesCard())
                    .with("text", c -> c.standing().shared().names())
                    .with("bigint", StoredContact::version)
                    .with("text", c -> c.state().toJson())
                    .with("uuid", StoredContact::mergedInto)
                    .with("text", c -> ContactMessage.of(c).toJson())
                    .then(notes)
                    .with("text", NewNote::owner)
                    .with("uuid", NewNote::contactId)
                    .with("uuid", NewNote::sourceId)
                    .with("int4", NewNote::position)
                    .with("text", NewNote::kind)
                    .with("text", NewNote::body)
                    .with("bigint", n -> n.notedAt().toEpochMilli());
            statement.executeUpdate();
        }
        findBy(
                connection,
                contacts.stream().filter(c -> c.state().details() != null).toList());
    }

    private static void findBy(Connection connection, List<StoredContact> typed) throws SQLException {
        if (typed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(FIND_BY)) {
            new Columns<>(connection, statement, typed)
                    .with("text", StoredContact::owner)
                    .with("uuid", StoredContact::id)
                    .with("text", c -> FindableWords.of(c.state()))
                    .with("text", c -> array(connection, FindableWords.keys(c.state())));
            statement.executeUpdate();
        }
    }

    /** An array as one text: a column of arrays of different lengths is none that could be bound. */
    private static String array(Connection connection, String[] texts) {
        try {
            return texts == null
                    ? null
                    : connection.createArrayOf("text", texts).toString();
        } catch (SQLException e) {
            throw new IllegalStateException("an array of texts is always writable", e);
        }
    }

    /** Notes of contacts that became aliases go where the contacts went. */
    public void moveNotes(Connection connection, List<StoredContact> aliases) throws SQLException {
        if (aliases.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(MOVE_NOTES)) {
            new Columns<>(connection, statement, aliases)
                    .with("text", StoredContact::owner)
                    .with("uuid", StoredContact::id);
            statement.executeUpdate();
        }
    }

    /** The contact that an id of the owner's stands for now, however often it was folded or merged. */
    public UUID surviving(Connection connection, String owner, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SURVIVING)) {
            statement.setString(1, owner);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** The contact of the current row, which was selected with {@link #COLUMNS}. */
    public static StoredContact read(ResultSet row) throws SQLException {
        String reason = row.getString("pending_reason");
        var standing = new Standing(
                row.getObject("counterpart", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("speaker_id", UUID.class),
                ContactKind.valueOf(row.getString("kind")),
                Shared.stored(row.getBoolean("shares_card"), row.getString("shared_fields")),
                reason == null ? null : PendingReason.valueOf(reason));
        return new StoredContact(
                row.getString("owner"),
                row.getObject("id", UUID.class),
                standing,
                row.getLong("version"),
                ContactState.fromJson(row.getString("state")),
                row.getObject("merged_into", UUID.class));
    }

    private static String nameOf(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
