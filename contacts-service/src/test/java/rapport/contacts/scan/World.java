package rapport.contacts.scan;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.Messages;
import rapport.contacts.TestDatabase;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.ContactTransaction;
import rapport.contacts.person.PersonFeeds;
import rapport.contacts.registration.RegistrationFeeds;
import rapport.contacts.settle.Settlers;
import rapport.kit.outbox.OutboxSignal;

/** One owner with three badges of two people at two events, all of them new. */
final class World {
    static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private final String owner;
    private final ScanStore store = new ScanStore(
            new ContactTransaction(TestDatabase.shared(), new OutboxSignal()), new ScanTable(), new ContactTable());
    private final UUID[] people = {UUID.randomUUID(), UUID.randomUUID()};
    private final UUID[] events = {UUID.randomUUID(), UUID.randomUUID()};
    private final String[] tokens = {token(), token(), token()};

    World(String owner) {
        this.owner = owner;
        for (UUID person : people) {
            TestDatabase.transaction(connection -> PersonFeeds.apply(
                    connection,
                    Messages.of(
                            "rapport.person.v1",
                            "person.changed.v1",
                            person,
                            1,
                            Messages.person(person, 1, "N N", null))));
        }
    }

    private static String token() {
        return "RB1-" + UUID.randomUUID();
    }

    String owner() {
        return owner;
    }

    int person(int badge) {
        return badge / 2;
    }

    UUID personId(int person) {
        return people[person];
    }

    UUID event(int badge) {
        return events[badge % 2];
    }

    String token(int badge) {
        return tokens[badge];
    }

    Scan scan(ScanItem item) {
        return Scan.of(owner, item, null, NOW);
    }

    List<ScanAnswer> store(List<Scan> scans) {
        return store.store(scans);
    }

    void register(int badge) {
        register(badge, "CARD");
    }

    void register(int badge, String sharing) {
        UUID registration = UUID.randomUUID();
        var body = Messages.registration(
                registration,
                1,
                event(badge),
                people[person(badge)],
                "CONFIRMED",
                sharing,
                Map.of(tokens[badge], "ACTIVE"));
        TestDatabase.transaction(connection -> RegistrationFeeds.apply(
                connection, Messages.of("rapport.registration.v1", "registration.changed.v1", registration, 1, body)));
    }

    void settle() throws SQLException {
        Settlers.settlePending(TestDatabase.shared());
    }
}
