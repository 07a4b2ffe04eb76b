package rapport.contacts.settle;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.contacts.contact.Shared;
import rapport.contacts.contact.StoredContact;
import rapport.kit.sql.Columns;

/**
 * Brings contacts in line with what their people share now: with everybody they met at an event whose registration says so, and
 * with whom they said so themselves. Reads check that by themselves; this tells the other services.
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
            select %s, array_to_string(s.fields, ',') as shared_now
            from   contact c
            cross  join lateral shared_with(c.person_id, c.owner, c.state -> 'encounters') s
            where  c.counterpart = any (?::uuid[]) and c.person_id is not null
            and    (case when c.shares_card then coalesce(c.shared_fields, array_to_string(array(select f collate "C" from unnest(public_card()) f order by 1), ','))
                    end is distinct from array_to_string(s.fields, ','))
            and    (c.shares_card or not jsonb_exists(c.state, 'own'))
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

    private static final String CHANGED_PEOPLE = """
            select person_id, number
            from   sharing_change
            where  again_at is null or again_at < now()
            order  by person_id
            limit  %d
            """.formatted(PAGE);

    private static final String PEOPLE_SETTLED = """
            with seen as (
                select person_id, number
                from   unnest(?::uuid[], ?::bigint[]) as s (person_id, number)
            ), gone as (
                delete from sharing_change c
                using  seen s
                where  c.person_id = s.person_id and c.number = s.number and c.again_at is not null
            )
            update sharing_change c
            set    again_at = now() + interval '10 seconds'
            from   seen s
            where  c.person_id = s.person_id and c.number = s.number and c.again_at is null
            """;

    /** Somebody who changed what they share by themselves; the number is that of the change. */
    private record Person(UUID id, long number) {}

    private record Unsettled(UUID id, long version, UUID personId) {}

    private record Stale(StoredContact contact, Shared sharedNow) {
        StoredContact settled() {
            return contact.changed(contact.standing().sharing(sharedNow), contact.state());
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
        List<Person> people = changedPeople(connection);
        if (registrations.isEmpty() && people.isEmpty()) {
            return 0;
        }
        List<UUID> whose = Stream.concat(
                        registrations.stream().map(Unsettled::personId),
                        people.stream().map(Person::id))
                .toList();
        List<Stale> seen = stale(connection, whose, null);
        if (!seen.isEmpty()) {
            List<String> owners =
                    seen.stream().map(s -> s.contact().owner()).distinct().toList();
            contacts.lockOwners(connection, owners);
            List<StoredContact> settled = stale(connection, whose, owners).stream()
                    .map(Stale::settled)
                    .toList();
            contacts.write(connection, settled, List.of());
        }
        if (seen.size() < PAGE) {
            settled(connection, registrations);
            peopleSettled(connection, people);
        }
        return registrations.size() + people.size();
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

    private static List<Stale> stale(Connection connection, List<UUID> people, List<String> owners)
            throws SQLException {
        var stale = new ArrayList<Stale>();
        try (PreparedStatement statement = connection.prepareStatement(STALE)) {
            new Columns<>(connection, statement, people).with("uuid", person -> person);
            var only = owners == null ? null : connection.createArrayOf("text", owners.toArray());
            statement.setArray(2, only);
            statement.setArray(3, only);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stale.add(new Stale(ContactTable.read(row), Shared.of(row.getString("shared_now"))));
                }
            }
        }
        return stale;
    }

    private static List<Person> changedPeople(Connection connection) throws SQLException {
        var people = new ArrayList<Person>();
        try (PreparedStatement statement = connection.prepareStatement(CHANGED_PEOPLE);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                people.add(new Person(row.getObject("person_id", UUID.class), row.getLong("number")));
            }
        }
        return people;
    }

    private static void peopleSettled(Connection connection, List<Person> people) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PEOPLE_SETTLED)) {
            new Columns<>(connection, statement, people)
                    .with("uuid", Person::id)
                    .with("bigint", Person::number);
            statement.executeUpdate();
        }
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
