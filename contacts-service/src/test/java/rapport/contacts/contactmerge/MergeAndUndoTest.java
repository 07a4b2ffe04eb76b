package rapport.contacts.contactmerge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rapport.contacts.TestDatabase;
import rapport.contacts.contact.Belongings;
import rapport.contacts.contact.ContactDraft;
import rapport.contacts.contact.ContactMerging;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.MovableRows;
import rapport.contacts.contact.NewNote;
import rapport.contacts.contact.Shared;
import rapport.contacts.contact.Standing;
import rapport.contacts.contact.StoredContact;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Details;
import rapport.contacts.merge.DoNotContact;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Intent;
import rapport.contacts.merge.Stamp;

/**
 * The promise of undo, held against the real statements: whatever is scanned, edited, merged and taken apart in whatever order,
 * a contact shows what was said about it and about those that are in it, and taken apart each is what it would be if it had never
 * been merged.
 */
class MergeAndUndoTest {
    private static final int CONTACTS = 4;
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    /** What happens to the contacts numbered one and other; at says which of the merges is undone, or when a scan was made. */
    record Step(What what, int one, int other, int at, int value) {}

    enum What {
        SCAN,
        EDIT,
        STOP,
        MERGE,
        UNDO
    }

    private record Merge(UUID id, ContactMerging.Pair pair) {}

    /** One run: the owner's contacts in the database, and next to it what each of them was told. */
    private static final class World {
        final String owner = UUID.randomUUID().toString();
        final ContactTable table = new ContactTable();
        final ContactMerging merging = new ContactMerging(
                table,
                new Belongings(List.of(new MovableRows("note", "source_id")), List.of()),
                Clock.fixed(NOW, java.time.ZoneOffset.UTC));
        final List<UUID> ids = new ArrayList<>();
        final Map<UUID, ContactState> told = new HashMap<>();
        final Map<UUID, Set<String>> notes = new HashMap<>();
        final Map<UUID, UUID> into = new HashMap<>();
        final List<Merge> merges = new ArrayList<>();
        final UUID[] events = {UUID.randomUUID(), UUID.randomUUID()};
        private long clock = NOW.toEpochMilli();

        World() {
            TestDatabase.transaction(connection -> {
                for (int i = 0; i < CONTACTS; i++) {
                    UUID id = UUID.randomUUID();
                    ids.add(id);
                    told.put(id, ContactState.EMPTY);
                    notes.put(id, new TreeSet<>());
                    var draft = ContactDraft.of(StoredContact.unborn(
                            owner,
                            id,
                            Standing.scanned(UUID.randomUUID(), i % 2 == 0 ? Shared.PUBLIC : Shared.NOTHING)));
                    table.write(connection, List.of(draft.result()), List.of());
                }
            });
        }

        void does(Step step) {
            TestDatabase.transaction(connection -> {
                table.lockOwners(connection, List.of(owner));
                switch (step.what) {
                    case SCAN -> scan(connection, ids.get(step.one), step);
                    case EDIT -> edit(connection, survivor(ids.get(step.one)), step);
                    case STOP -> stop(connection, survivor(ids.get(step.one)), step.value % 2 == 0);
                    case MERGE -> merge(connection, survivor(ids.get(step.one)), survivor(ids.get(step.other)));
                    case UNDO -> undo(connection, step.at);
                }
            });
        }

        private void scan(Connection connection, UUID contact, Step step) throws SQLException {
            UUID source = UUID.randomUUID();
            var stamp = new Stamp(NOW.toEpochMilli() - 60_000L * step.at, 0, "phone", source.toString());
            ContactState says = ContactState.scanned(
                            stamp,
                            Intent.values()[step.value % Intent.values().length],
                            1 + step.value % 5,
                            List.of("t" + step.value),
                            List.of("t" + (step.value + 1)))
                    .join(ContactState.met(
                            events[step.value % 2],
                            Encounter.reported(new UUID(7, step.value), stamp, null, "hall " + step.value, null)));
            say(connection, contact, says, source);
        }

        private void edit(Connection connection, UUID contact, Step step) throws SQLException {
            Details before = find(connection, contact).state().said();
            say(
                    connection,
                    contact,
                    new Details.Edit(before)
                            .set(Field.AFFILIATION, "ward " + step.value + ' ' + ++clock)
                            .at(now(connection, contact)),
                    UUID.randomUUID());
        }

        private void stop(Connection connection, UUID contact, boolean stop) throws SQLException {
            say(
                    connection,
                    contact,
                    ContactState.restricted(new DoNotContact(stop, null), now(connection, contact)),
                    UUID.randomUUID());
        }

        private Stamp now(Connection connection, UUID contact) throws SQLException {
            long at = Math.max(++clock, find(connection, contact).state().lastSaid() + 1);
            return new Stamp(at, 0, "", UUID.randomUUID().toString());
        }

        private void say(Connection connection, UUID contact, ContactState says, UUID source) throws SQLException {
            var draft = ContactDraft.of(find(connection, contact));
            draft.learn(draft.standing(), says, true);
            table.write(
                    connection,
                    List.of(draft.result()),
                    List.of(new NewNote(owner, contact, source, 0, NewNote.NOTE, source.toString(), NOW)));
            told.merge(contact, says, ContactState::join);
            notes.get(contact).add(source.toString());
        }

        private void merge(Connection connection, UUID winner, UUID loser) throws SQLException {
            if (winner.equals(loser)) {
                return;
            }
            boolean stopped = stopped(connection, winner) || stopped(connection, loser);
            UUID id = UUID.randomUUID();
            merging.merge(connection, owner, id, winner, loser);
            merges.add(new Merge(id, new ContactMerging.Pair(winner, loser)));
            into.put(loser, winner);
            assertThat(stopped(connection, winner))
                    .as("strictest do-not-contact")
                    .isEqualTo(stopped);
            assertThat(shares(connection, winner)).as("strictest consent").isFalse();
        }

        private void undo(Connection connection, int which) throws SQLException {
            if (merges.isEmpty()) {
                return;
            }
            Merge merge = merges.remove(which % merges.size());
            StoredMerge stored = new MergeTable().require(connection, owner, merge.id());
            merging.undo(connection, owner, merge.id(), merge.pair(), stored.moved());
            into.remove(merge.pair().loser());
        }

        private boolean stopped(Connection connection, UUID contact) throws SQLException {
            return find(connection, contact).state().restriction().active();
        }

        private boolean shares(Connection connection, UUID contact) throws SQLException {
            return find(connection, contact).standing().sharesCard();
        }

        UUID survivor(UUID contact) {
            UUID at = contact;
            while (into.containsKey(at)) {
                at = into.get(at);
            }
            return at;
        }

        StoredContact find(Connection connection, UUID id) throws SQLException {
            try (var statement = connection.prepareStatement(
                    "select " + ContactTable.COLUMNS + " from contact c where owner = ? and id = ?")) {
                statement.setString(1, owner);
                statement.setObject(2, id);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return ContactTable.read(row);
                }
            }
        }

        /** Every contact shows all that was said about it and about what is in it; notes stand where they are shown. */
        void holds() {
            TestDatabase.transaction(connection -> {
                for (UUID id : ids) {
                    StoredContact stored = find(connection, id);
                    assertThat(stored.mergedInto()).isEqualTo(into.get(id));
                    var family = ids.stream().filter(other -> isIn(other, id)).toList();
                    var said = family.stream().map(told::get).reduce(ContactState.EMPTY, ContactState::join);
                    assertThat(stored.state().tags()).isEqualTo(said.tags());
                    assertThat(stored.state().encounters()).isEqualTo(said.encounters());
                    assertThat(stored.state().intent()).isEqualTo(said.intent());
                    assertThat(stored.state().rating()).isEqualTo(said.rating());
                    assertThat(stored.state().details()).isEqualTo(said.details());
                    assertThat(stored.state().alone().join(ContactState.EMPTY)).isEqualTo(told.get(id));
                    var shown = new TreeSet<String>();
                    if (!into.containsKey(id)) {
                        family.forEach(member -> shown.addAll(notes.get(member)));
                    }
                    assertThat(notesAt(id)).as("notes").isEqualTo(shown);
                }
            });
        }

        private boolean isIn(UUID contact, UUID holder) {
            for (UUID at = contact; at != null; at = into.get(at)) {
                if (at.equals(holder)) {
                    return true;
                }
            }
            return false;
        }

        private Set<String> notesAt(UUID contact) {
            var bodies = new TreeSet<String>();
            TestDatabase.query("select body from note where owner = ? and contact_id = ?", owner, contact)
                    .forEach(row -> bodies.add((String) row.get("body")));
            return bodies;
        }

        List<Map<String, Object>> standings() {
            return TestDatabase.query(
                    "select id, counterpart, person_id, speaker_id, kind, status, pending_reason, merged_into from contact where owner = ? order by id",
                    owner);
        }
    }

    @Property(tries = 120)
    void undoRestoresExactly(@ForAll("steps") List<Step> steps, @ForAll Random order) {
        var world = new World();
        var born = world.standings();
        for (Step step : steps) {
            world.does(step);
            world.holds();
        }
        while (!world.merges.isEmpty()) {
            world.does(new Step(What.UNDO, 0, 0, order.nextInt(10), 0));
            world.holds();
        }
        TestDatabase.transaction(connection -> {
            for (UUID id : world.ids) {
                assertThat(world.find(connection, id).state()).isEqualTo(world.told.get(id));
            }
        });
        assertThat(withoutConsent(world.standings())).isEqualTo(withoutConsent(born));
    }

    /** There are no registrations in this world, so that consent cannot come back; who it is has to. */
    private static List<Map<String, Object>> withoutConsent(List<Map<String, Object>> standings) {
        standings.forEach(row -> row.remove("status"));
        return standings;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                What.SCAN,
                                What.SCAN,
                                What.EDIT,
                                What.STOP,
                                What.MERGE,
                                What.MERGE,
                                What.MERGE,
                                What.UNDO),
                        Arbitraries.integers().between(0, CONTACTS - 1),
                        Arbitraries.integers().between(0, CONTACTS - 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }
}
