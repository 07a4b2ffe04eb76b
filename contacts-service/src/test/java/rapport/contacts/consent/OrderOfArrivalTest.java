package rapport.contacts.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.contacts.Messages;
import rapport.contacts.TestDatabase;
import rapport.contacts.person.PersonFeeds;
import rapport.contacts.registration.RegistrationFeeds;
import rapport.kit.inbound.Inbound;

/** What is shared is decided by the newest message of each kind, in whatever order they came, and however often. */
class OrderOfArrivalTest {
    private static final String CARD =
            "AFFILIATION,BLUESKY,CAREER_STAGE,LINKEDIN,MASTODON,NAME,ORCID,PUBMED,RESEARCHGATE,WEBSITE,X,SCHOLAR";

    private record Told(String topic, String type, long version, Map<String, Object> body, UUID key) {
        Inbound message() {
            return Messages.of(topic, type, key, version, body);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfTwoPeopleMessagesAndThreeRegistrationsEndsTheSame() {
        return Stream.of("CARD", "OFF").flatMap(last -> permutations(List.of(0, 1, 2, 3, 4)).stream()
                .map(order -> DynamicTest.dynamicTest(last + order, () -> endsTheSame(last, order))));
    }

    private static void endsTheSame(String last, List<Integer> order) throws SQLException {
        UUID person = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        UUID registration = UUID.randomUUID();
        List<Told> told = List.of(
                person(person, 1),
                person(person, 2),
                registration(registration, 1, event, person, "OFF"),
                registration(registration, 2, event, person, last.equals("CARD") ? "OFF" : "CARD"),
                registration(registration, 3, event, person, last));

        for (int i : order) {
            arrive(told.get(i));
            arrive(told.get(i));
        }

        var shared = TestDatabase.query(
                        "select array_to_string(fields, ',') as fields from shared_with(?, 'ben', jsonb_build_object(?::text, 1))",
                        person,
                        event.toString())
                .getFirst()
                .get("fields");
        if (last.equals("CARD")) {
            assertThat(((String) shared).split(",")).containsExactlyInAnyOrder(CARD.split(","));
        } else {
            assertThat(shared).isNull();
        }
        var receipts = TestDatabase.query(
                "select kind from consent_receipt where person_id = ? order by registration_version", person);
        assertThat(receipts.isEmpty() ? "WITHDRAWN" : receipts.getLast().get("kind"))
                .isEqualTo(last.equals("CARD") ? "GRANTED" : "WITHDRAWN");
    }

    private static Told person(UUID id, long version) {
        return new Told(
                "rapport.person.v1", "person.changed.v1", version, Messages.person(id, version, "Dana", "s-" + id), id);
    }

    private static Told registration(UUID id, long version, UUID event, UUID person, String sharing) {
        return new Told(
                "rapport.registration.v1",
                "registration.changed.v1",
                version,
                Messages.registration(id, version, event, person, "CONFIRMED", sharing, Map.of()),
                id);
    }

    private static void arrive(Told told) {
        Inbound message = told.message();
        TestDatabase.transaction(connection -> {
            if (told.topic().equals("rapport.person.v1")) {
                PersonFeeds.apply(connection, message);
            } else {
                RegistrationFeeds.apply(connection, message);
            }
        });
    }

    private static List<List<Integer>> permutations(List<Integer> some) {
        if (some.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (Integer first : some) {
            var rest = new ArrayList<>(some);
            rest.remove(first);
            for (List<Integer> tail : permutations(rest)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
