package rapport.contacts.settle;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.Belongings;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.contacts.contact.Shared;
import rapport.contacts.contact.StoredContact;
import rapport.kit.sql.Columns;

/**
 * Resolves pending contacts whose registration has come. Whatever arrived first, the result is that of the registration
 * arriving first: the contact becomes the person's, or is folded into the one the owner has of that person already.
 */
@ApplicationScoped
class PendingSettler {
    private static final int PAGE = 200;

    private static final String KNOWN_NOW = """
            from   pending_badge w
            join   badge b on b.token_hash = w.token_hash
            join   registration r on r.id = b.registration_id and r.version > w.seen_version
            join   person p on p.id = r.person_id and p.status = 'ACTIVE'
            """;

    private static final String OWNERS = "select distinct w.owner " + KNOWN_NOW + " order by w.owner limit " + PAGE;

    private static final String FIND = """
            select w.owner as waiting_owner, encode(w.token_hash, 'hex') as token_hash, w.event_id as scanned_event, r.version as registration_version,
                   r.event_id, r.person_id as badge_person, p.subject, h.shared,
                   b.status = 'ACTIVE' and r.status not in ('CANCELLED', 'DELETED') as valid, k.id as known_contact, %s
            """.formatted(ContactTable.COLUMNS) + KNOWN_NOW + """
            join   contact c on c.owner = w.owner and c.id = w.contact_id
            left   join contact k on k.counterpart = r.person_id and k.owner = w.owner
            cross  join lateral (select array_to_string(s.fields, ',') as shared
                                 from   shared_with(r.person_id, w.owner, jsonb_build_object(r.event_id::text, 1)) s) h
            where  w.owner = any (?::text[])
            order  by w.owner, w.contact_id, w.token_hash
            """;

    private static final String KNOWN_CONTACTS = """
            select %s
            from   contact c
            where  (c.owner, c.id) in (select owner, id from unnest(?::text[], ?::uuid[]) as k (owner, id))
            """.formatted(ContactTable.COLUMNS);

    private static final String DONE = """
            delete from pending_badge w
            using  unnest(?::text[], ?::text[], ?::uuid[]) as d (owner, token_hash, event_id)
            where  w.token_hash = decode(d.token_hash, 'hex') and w.owner = d.owner and w.event_id = d.event_id
            """;

    private static final String STILL_WAITING = """
            update pending_badge w
            set    seen_version = d.version
            from   unnest(?::text[], ?::text[], ?::uuid[], ?::bigint[]) as d (owner, token_hash, event_id, version)
            where  w.token_hash = decode(d.token_hash, 'hex') and w.owner = d.owner and w.event_id = d.event_id
            """;

    private final ContactTransaction transaction;
    private final ContactTable contacts;
    private final Belongings belongings;

    PendingSettler(ContactTransaction transaction, ContactTable contacts, Belongings belongings) {
        this.transaction = transaction;
        this.contacts = contacts;
        this.belongings = belongings;
    }

    /** Settles what waits for some owners; returns how many badges were looked at. */
    int runOnce() throws SQLException {
        return transaction.commit(this::settle);
    }

    private int settle(Connection connection) throws SQLException {
        List<String> owners = owners(connection);
        if (owners.isEmpty()) {
            return 0;
        }
        contacts.lockOwners(connection, owners);
        List<Arrived> arrived = find(connection, owners);
        var folding = Folding.of(arrived, known(connection, arrived));
        contacts.write(connection, folding.changed(), List.of());
        contacts.moveNotes(connection, folding.aliases());
        for (StoredContact alias : folding.aliases()) {
            belongings.move(
                    connection,
                    alias.owner(),
                    alias.id(),
                    contacts.surviving(connection, alias.owner(), alias.mergedInto()));
        }
        done(connection, folding.done());
        stillWaiting(connection, folding.stillWaiting());
        return arrived.size();
    }

    private List<String> owners(Connection connection) throws SQLException {
        var owners = new ArrayList<String>();
        try (PreparedStatement statement = connection.prepareStatement(OWNERS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                owners.add(row.getString("owner"));
            }
        }
        return owners;
    }

    private List<Arrived> find(Connection connection, List<String> owners) throws SQLException {
        var arrived = new ArrayList<Arrived>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("text", owners.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    arrived.add(new Arrived(
                            row.getString("token_hash"),
                            row.getObject("scanned_event", UUID.class),
                            row.getLong("registration_version"),
                            badge(row),
                            ContactTable.read(row),
                            row.getObject("known_contact", UUID.class)));
                }
            }
        }
        return arrived;
    }

    private static Arrived.Badge badge(ResultSet row) throws SQLException {
        return new Arrived.Badge(
                row.getObject("event_id", UUID.class),
                row.getObject("badge_person", UUID.class),
                row.getString("subject"),
                row.getBoolean("valid"),
                Shared.of(row.getString("shared")));
    }

    private List<StoredContact> known(Connection connection, List<Arrived> arrived) throws SQLException {
        List<Arrived> known =
                arrived.stream().filter(a -> a.knownContact() != null).toList();
        var contacts = new ArrayList<StoredContact>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN_CONTACTS)) {
            new Columns<>(connection, statement, known)
                    .with("text", a -> a.contact().owner())
                    .with("uuid", Arrived::knownContact);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contacts.add(ContactTable.read(row));
                }
            }
        }
        return contacts;
    }

    private static void done(Connection connection, List<Arrived> done) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            keys(connection, statement, done);
            statement.executeUpdate();
        }
    }

    private static void stillWaiting(Connection connection, List<Arrived> waiting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STILL_WAITING)) {
            keys(connection, statement, waiting).with("bigint", Arrived::registrationVersion);
            statement.executeUpdate();
        }
    }

    private static Columns<Arrived> keys(Connection connection, PreparedStatement statement, List<Arrived> rows)
            throws SQLException {
        return new Columns<>(connection, statement, rows)
                .with("text", a -> a.contact().owner())
                .with("text", Arrived::tokenHash)
                .with("uuid", Arrived::scannedEvent);
    }
}
