package rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.contacts.event.EventFeeds;
import rapport.contacts.person.PersonFeeds;
import rapport.contacts.registration.RegistrationFeeds;
import rapport.contacts.session.SessionFeeds;
import rapport.contacts.speaker.SpeakerFeeds;
import rapport.contacts.suggestion.AttendanceFeeds;
import rapport.kit.inbound.Inbound;
import rapport.kit.json.Json;

/** contacts-service reads what events-service says it writes. */
class DirectoryContractTest {

    private static Inbound example(String aggregate) throws Exception {
        String topic = "rapport." + aggregate + ".v1";
        String type = aggregate + ".changed.v1";
        String body = Contracts.example(topic, type);
        var json = Json.lenient().readTree(body);
        return new Inbound(
                topic,
                json.path(aggregate + "Id").asText(),
                UUID.randomUUID(),
                type,
                json.path("version").asLong(),
                Instant.EPOCH,
                body.getBytes(StandardCharsets.UTF_8),
                0,
                0,
                null);
    }

    private static Inbound deletion(Inbound of, long version) {
        return new Inbound(
                of.topic(),
                of.key(),
                UUID.randomUUID(),
                of.type().replace("changed", "deleted"),
                version,
                Instant.EPOCH,
                ("{\"id\":\"" + of.key() + "\",\"version\":" + version + "}").getBytes(StandardCharsets.UTF_8),
                0,
                0,
                null);
    }

    @Test
    void anEventIsRead() throws Exception {
        var message = example("event");
        TestDatabase.transaction(connection -> EventFeeds.apply(connection, message, message));

        assertThat(TestDatabase.query("select name, zone, status from event where id = ?", message.aggregateId()))
                .containsExactly(java.util.Map.of(
                        "name", "Young Cardiology Days 2026", "zone", "Europe/Vienna", "status", "PUBLISHED"));
    }

    @Test
    void aSessionIsRead() throws Exception {
        var message = example("session");
        TestDatabase.transaction(connection -> SessionFeeds.apply(connection, message));

        assertThat(TestDatabase.query(
                        "select title, speaker_ids::text as speakers from session where id = ?", message.aggregateId()))
                .containsExactly(java.util.Map.of(
                        "title",
                        "Atrial fibrillation in athletes",
                        "speakers",
                        "{0199a4f2-3000-7e10-8a00-0000000000d1}"));
    }

    @Test
    void aSpeakerIsRead() throws Exception {
        var message = example("speaker");
        TestDatabase.transaction(connection -> SpeakerFeeds.apply(connection, message));

        assertThat(TestDatabase.query(
                        "select display_name, contact_mode from speaker where id = ?", message.aggregateId()))
                .containsExactly(java.util.Map.of("display_name", "Dr. Inés López", "contact_mode", "RELAY"));
    }

    @Test
    void aPersonIsReadWithoutTheirAddresses() throws Exception {
        var message = example("person");
        TestDatabase.transaction(connection -> PersonFeeds.apply(connection, message));

        assertThat(TestDatabase.query("select p::text as row from person p where id = ?", message.aggregateId())
                        .getFirst()
                        .get("row")
                        .toString())
                .contains("Maya Okafor", "linkedin.com")
                .doesNotContainPattern("\\w@\\w");
    }

    @Test
    void aRegistrationIsReadWithItsBadges() throws Exception {
        var message = example("registration");
        TestDatabase.transaction(connection -> RegistrationFeeds.apply(connection, message));

        assertThat(TestDatabase.query(
                        "select r.sharing, b.status from registration r join badge b on b.registration_id = r.id where r.id = ?",
                        message.aggregateId()))
                .containsExactly(java.util.Map.of("sharing", "CARD", "status", "ACTIVE"));
    }

    @Test
    void whatWasDeletedIsNotRevivedByAnOlderMessage() throws Exception {
        var message = example("registration");
        var event = UUID.randomUUID();
        var registration = UUID.randomUUID();
        var body = Messages.registration(
                registration,
                1,
                event,
                UUID.randomUUID(),
                "CONFIRMED",
                "CARD",
                java.util.Map.of("t-" + registration, "ACTIVE"));
        var changed = Messages.of(message.topic(), message.type(), registration, 1, body);
        for (List<Inbound> order :
                List.of(List.of(changed, deletion(changed, 2)), List.of(deletion(changed, 2), changed))) {
            TestDatabase.transaction(connection -> RegistrationFeeds.apply(connection, order.toArray(Inbound[]::new)));

            assertThat(TestDatabase.query("select status, version from registration where id = ?", registration))
                    .containsExactly(java.util.Map.of("status", "DELETED", "version", 2L));
        }
    }

    @Test
    void anAttendanceIsReadAndADeletedOneIsNotRevived() throws Exception {
        var message = example("attendance");
        var gone = Messages.of(
                message.topic(),
                "attendance.deleted.v1",
                message.aggregateId(),
                message.version() + 1,
                java.util.Map.of("attendanceId", message.aggregateId(), "version", message.version() + 1));
        TestDatabase.transaction(connection -> AttendanceFeeds.apply(connection, message));
        assertThat(TestDatabase.query("select attended from attendance where id = ?", message.aggregateId()))
                .containsExactly(java.util.Map.of("attended", true));

        TestDatabase.transaction(connection -> AttendanceFeeds.apply(connection, gone, message));

        assertThat(TestDatabase.query("select attended from attendance where id = ?", message.aggregateId()))
                .containsExactly(java.util.Map.of("attended", false));
    }

    @Test
    void verifiedAddressesAreKeptApartAndOnlyOfTheNewestVersion() {
        UUID person = UUID.randomUUID();
        var first = Messages.of(
                "rapport.person.v1", "person.changed.v1", person, 1, Messages.person(person, 1, "Dana", "s-" + person));
        var without = new java.util.HashMap<>(Messages.person(person, 2, "Dana", "s-" + person));
        without.put("emails", List.of(java.util.Map.of("address", "new@clinic.example", "verified", false)));
        var second = Messages.of("rapport.person.v1", "person.changed.v1", person, 2, without);
        for (List<Inbound> order : List.of(List.of(first, second), List.of(second, first), List.of(second, second))) {
            TestDatabase.transaction(connection -> PersonFeeds.apply(connection, order.toArray(Inbound[]::new)));

            assertThat(TestDatabase.query("select address from verified_address where person_id = ?", person))
                    .isEmpty();
        }
    }
}
