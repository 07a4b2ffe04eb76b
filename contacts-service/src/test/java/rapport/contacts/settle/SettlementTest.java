package rapport.contacts.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Messages;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.testing.Topic;

/** What happens by itself when messages arrive over the real broker, in whatever order. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SettlementTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Topic PEOPLE = Topic.named("rapport.person.v1");
    private static final Topic REGISTRATIONS = Topic.named("rapport.registration.v1");
    private static final Topic CONTACTS = Topic.named("rapport.contact.v1");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Phone phone;

    @BeforeEach
    void aNewOwnerAndTheTopics() {
        phone = Phone.of(base);
        PEOPLE.create(6);
        REGISTRATIONS.create(6);
    }

    @Test
    void aScanBeforeTheRegistrationResolvesItself() {
        var badge = congress.unknownBadge();
        var scan = Phone.scan(badge);
        scan.put("note", "typed at the coffee bar");
        var response = phone.send(scan);
        assertThat(response.statusCode()).isEqualTo(202);
        String id = Phone.json(response).path("contactId").asText();
        assertThat(phone.contact(id).path("pendingReason").asText()).isEqualTo("AWAITING_REGISTRATION");

        sendRegistration(badge, 1, "CARD");
        sendPerson(badge.person());

        await().atMost(LONG)
                .until(() -> phone.contact(id).path("status").asText().equals("ACTIVE"));
        JsonNode contact = phone.contact(id);
        assertThat(contact.path("card").path("displayName").asText()).isEqualTo("Ines López");
        assertThat(contact.path("notes").path(0).path("text").asText()).isEqualTo("typed at the coffee bar");
        await().atMost(LONG).untilAsserted(() -> assertThat(CONTACTS.read(id))
                .extracting(message ->
                        message.version() + message.json().path("status").asText())
                .containsExactly("1PENDING", "2ACTIVE"));
    }

    @Test
    void scansWhoseRegistrationCameBeforeItsPersonWaitForThePerson() {
        var badge = congress.unknownBadge();
        congress.register(badge, 1, "CONFIRMED", "CARD", "ACTIVE");

        String id = phone.stored(Phone.scan(badge));
        assertThat(phone.stored(Phone.scan(badge))).isEqualTo(id);
        assertThat(phone.contact(id).path("status").asText()).isEqualTo("PENDING");
        congress.person(badge.person(), null);

        await().atMost(LONG)
                .until(() -> phone.contact(id).path("status").asText().equals("ACTIVE"));
        assertThat(phone.stored(Phone.scan(badge))).isEqualTo(id);
    }

    @Test
    void aPendingContactIsFoldedIntoTheOneOfTheSamePerson() {
        var known = congress.badge("CARD");
        var late = new Congress.Badge(congress.token(), UUID.randomUUID(), known.person(), UUID.randomUUID());
        String id = phone.stored(Phone.scan(known));
        var scan = Phone.scan(late);
        scan.put("note", "met again");
        scan.put("tags", List.of("twice"));
        String pending = phone.stored(scan);
        assertThat(pending).isNotEqualTo(id);
        String token = Phone.json(phone.door().get("/contacts")).path("changes").asText();

        sendRegistration(late, 1, "CARD");

        await().atMost(LONG)
                .until(() -> phone.door().get("/contacts/" + pending).statusCode() == 308);
        assertThat(phone.door().get("/contacts/" + pending).headers().firstValue("Location"))
                .hasValue(id);
        JsonNode contact = phone.contact(id);
        assertThat(contact.path("encounters")).hasSize(2);
        assertThat(contact.path("tags").path(0).asText()).isEqualTo("twice");
        assertThat(contact.path("notes").path(0).path("text").asText()).isEqualTo("met again");
        assertThat(phone.door().get("/contacts?changedSince=" + token).body())
                .contains("\"mergedInto\":\"" + id + "\"");
        assertThat(Phone.json(phone.door().get("/contacts")).path("items")).hasSize(1);
    }

    @Test
    void aPendingScanOfTheOwnBadgeOrAnotherEventStaysPendingAndSaysWhy() {
        var own = congress.unknownBadge();
        var elsewhere = congress.badge("CARD");
        var foreign = new Congress.Badge(congress.token(), UUID.randomUUID(), elsewhere.person(), UUID.randomUUID());
        String ownContact = phone.stored(Phone.scan(own));
        String foreignContact = phone.stored(Phone.scan(foreign));

        congress.person(own.person(), phone.owner());
        sendRegistration(own, 1, "CARD");
        sendRegistration(
                new Congress.Badge(foreign.token(), UUID.randomUUID(), foreign.person(), foreign.registration()),
                1,
                "CARD");

        await().atMost(LONG).untilAsserted(() -> {
            assertThat(phone.contact(ownContact).path("pendingReason").asText()).isEqualTo("OWN_BADGE");
            assertThat(phone.contact(foreignContact).path("pendingReason").asText())
                    .isEqualTo("BADGE_NOT_ACCEPTED");
        });
        assertThat(phone.contact(foreignContact).toString()).doesNotContain("Ines");
        assertProblem(phone.send(Phone.scan(foreign)), 404, "badge-not-accepted");
    }

    @Test
    void otherServicesLearnThatACardWasWithdrawnAndGivenAgain() {
        var badge = congress.badge("CARD");
        String id = phone.stored(Phone.scan(badge));

        sendRegistration(badge, 2, "OFF");
        await().atMost(LONG)
                .until(() -> phone.contact(id).path("status").asText().equals("NEEDS_CONSENT"));
        sendRegistration(badge, 3, "CARD");
        await().atMost(LONG)
                .until(() -> phone.contact(id).path("status").asText().equals("ACTIVE"));

        await().atMost(LONG).untilAsserted(() -> assertThat(CONTACTS.read(id))
                .extracting(message -> message.json().path("sharedFields").size())
                .containsExactly(5, 0, 5));
    }

    @Test
    void poisonIsParkedAndWhatComesAfterItApplied() {
        var badge = congress.unknownBadge();
        String id = phone.stored(Phone.scan(badge));
        String poisoned = UUID.randomUUID().toString();

        REGISTRATIONS.send(
                poisoned,
                Topic.headers(UUID.randomUUID(), "registration.changed.v1", 1),
                "not JSON".getBytes(StandardCharsets.UTF_8));
        REGISTRATIONS.send(
                poisoned,
                Topic.headers(UUID.randomUUID(), "registration.changed.v1", 1),
                Json.canonical(Messages.registration(
                                UUID.fromString(poisoned),
                                1,
                                badge.event(),
                                badge.person(),
                                "CONFIRMED",
                                "LOUDLY",
                                Map.of()))
                        .getBytes(StandardCharsets.UTF_8));
        sendRegistration(badge, 1, "CARD");
        sendPerson(badge.person());

        await().atMost(LONG)
                .until(() -> phone.contact(id).path("status").asText().equals("ACTIVE"));
        var parked = new Door(base, Tokens.of("ada")).get("/operations/parked-messages");
        assertThat(parked.statusCode()).as(parked.body()).isEqualTo(200);
        assertThat(Phone.json(parked).path("items").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theSameMessagesAgainChangeNothing() {
        var badge = congress.unknownBadge();
        String id = phone.stored(Phone.scan(badge));
        sendPerson(badge.person());
        sendRegistration(badge, 2, "OFF");
        sendRegistration(badge, 3, "CARD");
        await().atMost(LONG)
                .until(() -> phone.contact(id).path("status").asText().equals("ACTIVE"));
        JsonNode before = phone.contact(id);

        sendRegistration(badge, 3, "CARD");
        sendRegistration(badge, 2, "OFF");
        sendPerson(badge.person());
        var last = congress.unknownBadge();
        String marker = phone.stored(Phone.scan(last));
        sendPerson(last.person());
        sendRegistration(last, 1, "CARD");
        await().atMost(LONG)
                .until(() -> phone.contact(marker).path("status").asText().equals("ACTIVE"));

        assertThat(phone.contact(id)).isEqualTo(before);
    }

    private static void sendPerson(UUID person) {
        PEOPLE.send(
                person.toString(),
                Topic.headers(UUID.randomUUID(), "person.changed.v1", 1),
                Json.canonical(Messages.person(
                                person, 1, "Ines López", UUID.randomUUID().toString()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void sendRegistration(Congress.Badge badge, long version, String sharing) {
        REGISTRATIONS.send(
                badge.registration().toString(),
                Topic.headers(UUID.randomUUID(), "registration.changed.v1", version),
                Json.canonical(Messages.registration(
                                badge.registration(),
                                version,
                                badge.event(),
                                badge.person(),
                                "CONFIRMED",
                                sharing,
                                Map.of(badge.token(), "ACTIVE")))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
