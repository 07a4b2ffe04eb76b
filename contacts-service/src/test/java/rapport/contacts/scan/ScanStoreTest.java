package rapport.contacts.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.contacts.Contracts;
import rapport.contacts.TestDatabase;
import rapport.contacts.merge.Intent;

/** What the statements of the ingest leave in a real database. */
class ScanStoreTest {
    private final World world = new World(UUID.randomUUID().toString());

    private Scan scan(int badge, String device, String note) {
        var said = new Said(
                badge,
                1,
                7L,
                device,
                note,
                List.of("sepsis"),
                List.of("later"),
                Intent.MENTOR,
                4,
                UUID.randomUUID(),
                "Hall B",
                "registry");
        return world.scan(said.item(UUID.randomUUID(), world.event(badge), world.token(badge)));
    }

    @Test
    void everyChangeOfAContactIsPublishedAsTheContractSays() throws Exception {
        world.store(List.of(scan(0, "phone-a", null), scan(2, "phone-a", "a note")));
        world.store(List.of(scan(0, "phone-b", null)));
        world.register(0);
        world.register(2);
        world.settle();

        var messages = TestDatabase.query(
                "select type, version, body from outbox where body::jsonb ->> 'owner' = ? order by seq", world.owner());

        assertThat(messages).hasSize(5).extracting(m -> m.get("type")).containsOnly("contact.changed.v1");
        messages.forEach(
                m -> Contracts.assertValid("rapport.contact.v1", "contact.changed.v1", (String) m.get("body")));
    }

    @Test
    void theExamplesKeepToTheirSchemas() {
        for (String type : List.of("contact.changed.v1", "contact.deleted.v1")) {
            Contracts.assertValid("rapport.contact.v1", type, Contracts.example("rapport.contact.v1", type));
        }
        Contracts.assertValid(
                "rapport.contact.v1",
                "contact.changed.v1",
                Contracts.example("rapport.contact.v1", "contact.changed.v1.merged"));
    }

    @Test
    void aFoldedContactSaysWhereItWent() throws Exception {
        world.store(List.of(scan(0, "phone-a", null), scan(1, "phone-a", null)));
        world.register(0);
        world.register(1);
        world.settle();

        var alias = TestDatabase.query("""
                select o.body
                from   outbox o
                join   contact c on c.id = o.key and c.version = o.version and c.merged_into is not null
                where  c.owner = ?
                """, world.owner());

        assertThat(alias).hasSize(1);
        String body = (String) alias.getFirst().get("body");
        assertThat(body).contains("\"mergedInto\"");
        Contracts.assertValid("rapport.contact.v1", "contact.changed.v1", body);
    }

    @Test
    void aRowThatTheDatabaseRefusesHarmsNobodyElse() {
        world.register(0);
        var scans = IntStream.range(0, 9)
                .mapToObj(i -> scan(0, i == 4 ? "NUL\0" : "phone-" + i, null))
                .toList();

        var answers = world.store(scans);

        assertThat(answers)
                .extracting(ScanAnswer::outcome)
                .filteredOn(Outcome.REJECTED::equals)
                .hasSize(1);
        assertThat(answers.get(4).code()).isEqualTo("not-storable");
        assertThat(TestDatabase.query("select scan_id from scan where owner = ?", world.owner()))
                .hasSize(8);
        assertThat(TestDatabase.query("select sum(version) as n from contact where owner = ?", world.owner())
                        .getFirst()
                        .get("n"))
                .hasToString(TestDatabase.query(
                                "select count(*) as n from outbox where body::jsonb ->> 'owner' = ?", world.owner())
                        .getFirst()
                        .get("n")
                        .toString());
    }

    @Test
    void aScanThatSaysNothingNewChangesNoContact() {
        world.register(0);
        world.store(List.of(scan(0, "phone-b", null)));
        var old = new Said(0, 1, 1L, "phone-a", null, List.of(), List.of(), Intent.PEER, 1, null, null, null);

        var answers = world.store(List.of(world.scan(old.item(UUID.randomUUID(), world.event(0), world.token(0)))));

        assertThat(answers.getFirst().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(TestDatabase.query("select version from contact where owner = ?", world.owner()))
                .extracting(row -> row.get("version"))
                .containsExactly(1L);
    }
}
