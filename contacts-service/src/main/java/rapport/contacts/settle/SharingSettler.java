package rapport.contacts.settle;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.contacts.contact.StoredContact;
import rapport.kit.sql.Columns;

/**
 * Brings contacts in line with what their people share now. A card is shared with everybody the person met at an event whose
 * registration says so. Reads check that by themselves; this tells the other services.
 */
@ApplicationScoped
class SharingSettler {
    private static final int PAGE = 500;

    private static final String UNSETTLED = """
            select id, version, person_id
            from   registration
            where  settled_version < version and (settle_again_at is null or settle_again_at < now())
            order  by id
            limit  %d
            """.formatted(PAGE);

    private static final String STALE = """
            select %s, s.shares_now
            from   contact c
            cross  join lateral (
                       select exists (
                                  select 1
                                  from   registration r
                                  where  r.person_id = c.person_id and r.sharing = 'CARD'
                                  and    r.status not in ('CANCELLED', 'DELETED')
                                  and    jsonb_exists(c.state -> 'encounters', r.event_id::text))
                           or exists (select 1 from acquaintance a where a.owner = c.owner and a.person_id = c.person_id)
                              as shares_now) s
            where  c.counterpart = any (?::uuid[]) and c.person_id is not null
            and    c.shares_card <> s.shares_now and (c.shares_card or not jsonb_exists(c.state, 'own'))
            and    (?::text[] is null or c.owner = any (?::text[]))
            order  by c.owner, c.id
            limit  %d
            """.formatted(ContactTable.COLUMNS, PAGE);

    private static final String SETTLED = """
            update registration r
            set    settled_version = case when r.settle_again_at is null then r.settled_version else s.version end,
                   settle_again_at = case when r.settle_again_at is null then now() + interval '10 seconds' end
            from   unnest(?::uuid[], ?::bigint[]) as s (id, version)
            where  r.id = s.id and r.version = s.version
            """;

    private record Unsettled(UUID id, long version, UUID personId) {}

    private record Stale(StoredContact contact, boolean sharesNow) {
        StoredContact settled() {
            return contact.changed(contact.standing().sharing(sharesNow), contact.state());
        }
    }

    private final ContactTransaction transaction;
    private final ContactTable contacts;

    SharingSettler(ContactTransaction transaction, ContactTable contacts) {
        this.transaction = transaction;
        this.contacts = contacts;
    }

    /** Settles a page of registrations; returns how many were looked at. */
    int runOnce() throws SQLException {
        return transaction.commit(this::settle);
    }

    private int settle(Connection connection) throws SQLException {
        List<Unsettled> registrations = unsettled(connection);
        if (registrations.isEmpty()) {
            return 0;
        }
        List<Stale> seen = stale(connection, registrations, null);
        if (!seen.isEmpty()) {
            List<String> owners =
                    seen.stream().map(s -> s.contact().owner()).distinct().toList();
            contacts.lockOwners(connection, owners);
            List<StoredContact> settled = stale(connection, registrations, owners).stream()
                    .map(Stale::settled)
                    .toList();
            contacts.write(connection, settled, List.of());
        }
        if (seen.size() < PAGE) {
            settled(connection, registrations);
        }
        return registrations.size();
    }

    private static List<Unsettled> unsettled(Connection connection) throws SQLException {
        var registrations = new ArrayList<Unsettled>();
        try (PreparedStatement statement = connection.prepareStatement(UNSETTLED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                registrations.add(new Unsettled(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getObject("person_id", UUID.class)));
            }
        }
        return registrations;
    }

    private static List<Stale> stale(Connection connection, List<Unsettled> registrations, List<String> owners)
            throws SQLException {
        var stale = new ArrayList<Stale>();
        try (PreparedStatement statement = connection.prepareStatement(STALE)) {
            new Columns<>(connection, statement, registrations).with("uuid", Unsettled::personId);
            var only = owners == null ? null : connection.createArrayOf("text", owners.toArray());
            statement.setArray(2, only);
            statement.setArray(3, only);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stale.add(new Stale(ContactTable.read(row), row.getBoolean("shares_now")));
                }
            }
        }
        return stale;
    }

    private static void settled(Connection connection, List<Unsettled> registrations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLED)) {
            new Columns<>(connection, statement, registrations)
                    .with("uuid", Unsettled::id)
                    .with("bigint", Unsettled::version);
            statement.executeUpdate();
        }
    }
}
