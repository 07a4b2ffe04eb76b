package rapport.contacts.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rapport.contacts.TestDatabase;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Intent;

/**
 * The promise of the merge, held against the real statements: whatever the order, however often and in however many uploads
 * the same scans arrive, and whenever the registrations behind their badges do, the contacts in the database are the same.
 */
class MergeTest {
    private static final UUID SESSION = UUID.fromString("0199a4f2-3100-7d10-8a00-00000000005e");

    /** Badges 0 and 1 are one person's at two events, badge 2 is another person's. */
    private static final int BADGES = 3;

    @Property(tries = 250)
    void theSameScansGiveTheSameContacts(
            @ForAll("scans") List<Said> scans, @ForAll Random order, @ForAll boolean registeredFirst)
            throws SQLException {
        var world = new World(UUID.randomUUID().toString());
        List<Scan> operations = new ArrayList<>();
        var happened = new TreeMap<Integer, List<Model.Happened>>();
        for (Said said : scans) {
            UUID scanId = UUID.randomUUID();
            operations.add(world.scan(said.item(scanId, world.event(said.badge()), world.token(said.badge()))));
            happened.computeIfAbsent(world.person(said.badge()), p -> new ArrayList<>())
                    .add(new Model.Happened(scanId, world.event(said.badge()), said));
        }

        send(world, shuffledRepeated(operations, order), order, registeredFirst);

        assertThat(stored(world))
                .isEqualTo(happened.entrySet().stream()
                        .collect(Collectors.toMap(e -> world.personId(e.getKey()), e -> Model.of(e.getValue()))));
    }

    /** Uploads of random sizes; registrations come at random moments between them. */
    private static void send(World world, List<Scan> queue, Random order, boolean registeredFirst) throws SQLException {
        var unregistered = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(unregistered, order);
        while (registeredFirst && !unregistered.isEmpty()) {
            world.register(unregistered.removeLast());
        }
        for (int from = 0; from < queue.size(); ) {
            int to = Math.min(queue.size(), from + 1 + order.nextInt(4));
            world.store(queue.subList(from, to));
            from = to;
            if (!unregistered.isEmpty() && order.nextBoolean()) {
                world.register(unregistered.removeLast());
            }
            if (order.nextBoolean()) {
                world.settle();
            }
        }
        while (!unregistered.isEmpty()) {
            world.register(unregistered.removeLast());
        }
        world.settle();
    }

    private static List<Scan> shuffledRepeated(List<Scan> operations, Random order) {
        var queue = new ArrayList<>(operations);
        operations.forEach(operation -> {
            for (int again = order.nextInt(3); again > 0; again--) {
                queue.add(operation);
            }
        });
        Collections.shuffle(queue, order);
        return queue;
    }

    private static Map<UUID, Model> stored(World world) {
        var contacts = new TreeMap<UUID, Model>();
        for (var row : TestDatabase.query(
                "select id, person_id, state::text, status from contact where owner = ? and merged_into is null",
                world.owner())) {
            var state = ContactState.fromJson((String) row.get("state"));
            var meetings = new TreeMap<UUID, Model.Meeting>();
            state.encounters().forEach((event, met) -> meetings.put(event, meeting(met)));
            assertThat(row.get("status")).isEqualTo("ACTIVE");
            contacts.put(
                    (UUID) row.get("person_id"),
                    new Model(
                            state.currentIntent(),
                            state.currentRating(),
                            new TreeSet<>(state.currentTags()),
                            meetings,
                            notes(world, (UUID) row.get("id"))));
        }
        return contacts;
    }

    private static Model.Meeting meeting(Encounter met) {
        return new Model.Meeting(met.metAt(), met.sessionId(), met.placeText(), met.topicText());
    }

    private static TreeSet<String> notes(World world, UUID contact) {
        return TestDatabase.query(
                        "select source_id || ' ' || body as note from note where owner = ? and contact_id = ?",
                        world.owner(),
                        contact)
                .stream()
                .map(row -> (String) row.get("note"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<List<Said>> scans() {
        Arbitrary<List<String>> tags = Arbitraries.of("sepsis", "mentor", "later")
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        var how = Combinators.combine(
                        Arbitraries.integers().between(0, BADGES - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(0L, 1L, 2L).injectNull(0.3),
                        Arbitraries.of("phone-a", "phone-b"))
                .as(How::new);
        var where = Combinators.combine(
                        Arbitraries.of(SESSION, UUID.fromString("0199a4f2-3100-7d10-8a00-00000000005f"))
                                .injectNull(0.5),
                        Arbitraries.of("", " ", "Hall B", "Foyer").injectNull(0.4),
                        Arbitraries.of("", "sepsis", "registry").injectNull(0.4))
                .as(ScanContext::new);
        return Combinators.combine(
                        how,
                        where,
                        Arbitraries.of("", "likes Bach", "王小明").injectNull(0.4),
                        tags,
                        tags,
                        Arbitraries.of(Intent.class).injectNull(0.5),
                        Arbitraries.integers().between(1, 5).injectNull(0.5))
                .as((h, w, note, added, removed, intent, rating) -> new Said(
                        h.badge,
                        h.minute,
                        h.sequence,
                        h.device,
                        note,
                        added,
                        removed,
                        intent,
                        rating,
                        w.sessionId(),
                        w.place(),
                        w.topic()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private record How(int badge, int minute, Long sequence, String device) {}
}
