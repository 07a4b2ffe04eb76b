package rapport.contacts.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static rapport.contacts.consent.Dana.ok;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Contracts;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Topic;

/** What people share with those who scan them, from the request to the withdrawal. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConsentTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Topic CONTACTS = Topic.named("rapport.contact.v1");
    private static final Topic CONSENTS = Topic.named("rapport.consent.v1");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    AgroalDataSource database;

    @Inject
    ConsentExpiry expiry;

    private Phone ben;

    @BeforeEach
    void benHasAPhone() {
        ben = Phone.of(base);
        congress.personAs(UUID.randomUUID(), 1, "Ben Weiß", ben.owner());
    }

    /** Dana is asked by Ben. */
    private String asked(Dana dana) {
        ben.stored(Phone.scan(dana.badge()));
        List<JsonNode> requests = dana.requests("ASKED");
        assertThat(requests).hasSize(1);
        return requests.getFirst().path("id").asText();
    }

    @Test
    void whoIsAskedSeesWhoAsksAndGivesACardThatTheHolderThenSees() {
        var dana = Dana.at(congress, base, "ASK_ME");
        var scan = Phone.scan(dana.badge());
        scan.put("note", "the one with the bicycle");
        String contact = ben.stored(scan);
        assertThat(ben.contact(contact).path("status").asText()).isEqualTo("NEEDS_CONSENT");
        var request = dana.requests("ASKED").getFirst();
        assertThat(request.path("name").asText()).isEqualTo("Ben Weiß");
        String card = dana.card("Ward", List.of("CAREER_STAGE"), Dana.ADDRESS);

        ok(200, dana.accept(request.path("id").asText(), card));

        JsonNode seen = ben.contact(contact).path("card");
        assertThat(seen.path("displayName").asText()).isEqualTo("Dana Roth");
        assertThat(seen.path("careerStage").asText()).isEqualTo("RESIDENT");
        assertThat(seen.path("email").asText()).isEqualTo(Dana.ADDRESS);
        assertThat(seen.has("affiliation")).isFalse();
        assertThat(seen.path("links")).isEmpty();
        await().atMost(LONG).untilAsserted(() -> {
            var last = CONTACTS.read(contact).getLast();
            assertThat(last.json().path("status").asText()).isEqualTo("ACTIVE");
            assertThat(last.json().path("emailShared").asBoolean()).isTrue();
            assertThat(last.json().path("sharedFields"))
                    .map(JsonNode::asText)
                    .containsExactly("careerStage", "displayName");
            Contracts.assertValid("rapport.contact.v1", "contact.changed.v1", last.text());
        });
        assertThat(dana.holders()).extracting(h -> h.path("name").asText()).containsExactly("Ben Weiß");
        assertThat(dana.items("/card-holders").getFirst().toString()).doesNotContain(ben.owner());
    }

    @Test
    void givingIsOneSideOnly() {
        var dana = Dana.at(congress, base, "ASK_ME");
        ok(200, dana.accept(asked(dana), dana.card("Ward", List.of(), null)));

        assertThat(dana.items("/contacts")).isEmpty();
        assertThat(ok(200, ben.door().get("/card-holders")).path("items")).isEmpty();
    }

    @Test
    void aDeclineLooksLikeSilenceAndIsForEver() {
        var declining = Dana.at(congress, base, "ASK_ME");
        var silent = Dana.at(congress, base, "ASK_ME");
        String declined = ben.stored(Phone.scan(declining.badge()));
        String ignored = ben.stored(Phone.scan(silent.badge()));
        JsonNode before = ben.contact(declined);

        String request = declining.requests("ASKED").getFirst().path("id").asText();
        ok(200, declining.decline(request));
        ok(200, declining.decline(request));

        assertThat(ben.contact(declined)).isEqualTo(before);
        assertThat(Phone.outcomes(ben.upload(List.of(Phone.scan(declining.badge()), Phone.scan(silent.badge())))))
                .containsExactly("NEEDS_CONSENT", "NEEDS_CONSENT");
        assertThat(ben.contact(declined).path("status"))
                .isEqualTo(ben.contact(ignored).path("status"));
        assertThat(declining.requests("ASKED")).isEmpty();
        assertThat(declining.requests("DECLINED")).hasSize(1);
        assertThat(declining.receipts()).isEmpty();
        ok(200, declining.accept(request, declining.card("After all", List.of(), null)));
        assertThat(ben.contact(declined).path("card").path("displayName").asText())
                .isEqualTo("Dana Roth");
        assertProblem(declining.decline(request), 409, "already-granted");
    }

    @Test
    void aRequestWaitsForNoAnswerWhileTheCardIsShownAnyway() {
        var dana = Dana.at(congress, base, "ASK_ME");
        asked(dana);

        congress.register(dana.badge(), 2, "CONFIRMED", "CARD", "ACTIVE");
        assertThat(dana.requests("ASKED")).isEmpty();

        congress.register(dana.badge(), 3, "CONFIRMED", "ASK_ME", "ACTIVE");
        assertThat(dana.requests("ASKED")).hasSize(1);
    }

    @Test
    void mergedContactsShowNoMoreAfterAWithdrawalThanBefore() {
        var dana = Dana.at(congress, base, "CARD");
        String contact = ben.stored(Phone.scan(dana.badge()));
        String other = ok(
                        201,
                        ben.door()
                                .post(
                                        "/contacts/manual",
                                        "{\"details\":{\"displayName\":\"the one with the bicycle\"}}"))
                .path("id")
                .asText();
        ok(201, ben.door().post("/contacts/" + other + "/merges", Json.canonical(Map.of("contactId", contact))));
        assertThat(ben.contact(other).path("card").path("displayName").asText()).isEqualTo("Dana Roth");

        ok(204, dana.withdrawFrom(dana.holders().getFirst().path("id").asText()));

        assertThat(ben.contact(other).has("card")).isFalse();
        await().atMost(LONG).untilAsserted(() -> {
            var last = CONTACTS.read(other).getLast().json();
            assertThat(last.path("sharedFields")).isEmpty();
            assertThat(last.path("emailShared").asBoolean()).isFalse();
        });
        assertThat(ben.contact(other).toString()).doesNotContain("Dana");
    }

    @Test
    void fiftyScansTogetherAskOnce() throws Exception {
        var dana = Dana.at(congress, base, "ASK_ME");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> ben.send(Phone.scan(dana.badge())).statusCode());
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : callers.invokeAll(calls)) {
                assertThat(call.get()).isBetween(200, 202);
            }
        }

        assertThat(dana.requests("ASKED")).hasSize(1);
    }

    @Test
    void whatIsNotAnsweredExpiresAndCanStillBeAnswered() throws Exception {
        var dana = Dana.at(congress, base, "ASK_ME");
        String request = asked(dana);
        run("update consent set asked_at = asked_at - interval '14 days' where id = ?", UUID.fromString(request));

        while (expiry.runOnce() > 0) {}

        assertThat(dana.requests("ASKED")).isEmpty();
        assertThat(dana.requests("EXPIRED")).hasSize(1);
        ok(200, dana.accept(request, dana.card("Late", List.of(), null)));
        assertThat(dana.holders()).hasSize(1);
    }

    @Test
    void withdrawalRedactsWhatWasSharedAndKeepsTheHoldersNotesEverywhere() throws Exception {
        var dana = Dana.at(congress, base, "ASK_ME");
        var scan = Phone.scan(dana.badge());
        scan.put("note", "the one with the bicycle");
        String contact = ben.stored(scan);
        String request = dana.requests("ASKED").getFirst().path("id").asText();
        ok(200, dana.accept(request, dana.card("All", List.of("AFFILIATION"), Dana.ADDRESS)));
        for (String format : List.of("vcard", "csv")) {
            assertThat(exported(format)).contains("Dana Roth", Dana.ADDRESS);
        }
        assertThat(found("Dana Roth")).isEqualTo(1);
        await().atMost(LONG).until(() -> CONTACTS.read(contact)
                .getLast()
                .json()
                .path("emailShared")
                .asBoolean());

        String holder = dana.holders().getFirst().path("id").asText();
        ok(204, dana.withdrawFrom(holder));
        ok(204, dana.withdrawFrom(holder));

        JsonNode after = ben.contact(contact);
        assertThat(after.has("card")).isFalse();
        assertThat(after.path("notes").path(0).path("text").asText()).isEqualTo("the one with the bicycle");
        for (String format : List.of("vcard", "csv")) {
            assertThat(exported(format)).doesNotContain("Dana", Dana.ADDRESS).contains("the one with the bicycle");
        }
        assertThat(found("Dana Roth")).isZero();
        assertThat(ok(200, ben.door().get("/contacts")).toString()).doesNotContain("Dana", Dana.ADDRESS);
        assertThat(dana.holders()).isEmpty();
        await().atMost(LONG).untilAsserted(() -> {
            var last = CONTACTS.read(contact).getLast().json();
            assertThat(last.path("emailShared").asBoolean()).isFalse();
            assertThat(last.path("sharedFields")).isEmpty();
            assertThat(last.path("status").asText()).isEqualTo("NEEDS_CONSENT");
        });
        assertThat(dana.receipts())
                .extracting(
                        r -> r.path("kind").asText() + ' ' + r.path("through").asText())
                .containsExactly("WITHDRAWN HOLDER", "GRANTED REQUEST");
        assertThat(ok(200, ben.door().get("/consent-receipts?side=HELD")).path("items"))
                .map(r -> r.path("kind").asText() + ' ' + r.path("contactId").asText())
                .containsExactly("WITHDRAWN " + contact, "GRANTED " + contact);
        await().atMost(LONG).untilAsserted(() -> assertThat(CONSENTS.read(request))
                .extracting(Topic.Message::type)
                .containsExactly("consent.granted.v1", "consent.withdrawn.v1"));
        for (var message : CONSENTS.read(request)) {
            Contracts.assertValid("rapport.consent.v1", message.type(), message.text());
            assertThat(message.text()).doesNotContain("Dana", "@");
        }
        assertThat(Phone.outcomes(ben.upload(List.of(Phone.scan(dana.badge())))))
                .containsExactly("NEEDS_CONSENT");
        assertThat(dana.requests("ASKED")).isEmpty();
    }

    private String exported(String format) {
        var file = ben.door().get("/contacts/export/" + format);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        return file.body().replaceAll("\r?\n ", "");
    }

    private int found(String text) {
        return ok(200, ben.door().post("/contacts/search", Json.canonical(Map.of("text", text))))
                .path("items")
                .size();
    }

    @Test
    void withdrawalFromAllAtAnEventHoldsForThoseWhoComeLater() {
        var dana = Dana.at(congress, base, "CARD");
        var elsewhere = congress.another(dana.badge(), "CARD");
        Phone chen = Phone.of(base);
        String benOfHer = ben.stored(Phone.scan(dana.badge()));
        String chenOfHer = chen.stored(Phone.scan(elsewhere));
        assertThat(dana.holders()).hasSize(2);

        for (int again = 0; again < 2; again++) {
            ok(
                    204,
                    dana.post(
                            "/card-holders/withdrawal",
                            Map.of("eventId", dana.badge().event())));
        }

        assertThat(ben.contact(benOfHer).has("card")).isFalse();
        assertThat(chen.contact(chenOfHer).has("card")).isTrue();
        Phone late = Phone.of(base);
        assertThat(late.contact(late.stored(Phone.scan(dana.badge())))
                        .path("status")
                        .asText())
                .isEqualTo("NEEDS_CONSENT");
        assertThat(dana.requests("ASKED")).hasSize(1);

        ok(204, dana.post("/card-holders/withdrawal", Map.of()));

        assertThat(chen.contact(chenOfHer).has("card")).isFalse();
        assertThat(dana.holders()).isEmpty();
    }

    @Test
    void registeringWithACardIsAGrantOfItsOwnAndSoIsEveryOtherCardShownByIt() {
        var dana = Dana.at(congress, base, "CARD");
        String contact = ben.stored(Phone.scan(dana.badge()));
        assertThat(ben.contact(contact).path("card").has("email")).isFalse();
        dana.card("First", List.of("ORCID"), null);
        assertThat(ben.contact(contact).path("card").has("careerStage")).isFalse();
        String research = dana.card("Research", List.of("AFFILIATION"), Dana.ADDRESS);
        ok(
                200,
                dana.phone()
                        .door()
                        .send(
                                "POST",
                                "/share-cards/" + research + "/events/"
                                        + dana.badge().event(),
                                "",
                                null));

        assertThat(ben.contact(contact).path("card").path("email").asText()).isEqualTo(Dana.ADDRESS);
        assertThat(dana.receipts())
                .allSatisfy(r -> assertThat(r.path("through").asText()).isEqualTo("REGISTRATION"))
                .extracting(r -> r.path("fields").size())
                .containsExactly(3, 2, 12);
        assertThat(ok(200, ben.door().get("/consent-receipts?side=HELD")).path("items"))
                .hasSize(3);
        assertThat(ok(200, Phone.of(base).door().get("/consent-receipts?side=HELD"))
                        .path("items"))
                .isEmpty();

        congress.register(dana.badge(), 2, "CONFIRMED", "OFF", "ACTIVE");

        assertThat(ben.contact(contact).has("card")).isFalse();
        assertThat(dana.receipts().getFirst().path("kind").asText()).isEqualTo("WITHDRAWN");
        assertThat(dana.requests("ASKED")).isEmpty();
    }

    @Test
    void aCardThatGrowsShowsNoMoreThanWasAgreedTo() {
        var dana = Dana.at(congress, base, "ASK_ME");
        String contact = ben.stored(Phone.scan(dana.badge()));
        String card = dana.card("Small", List.of("AFFILIATION"), null);
        String request = dana.requests("ASKED").getFirst().path("id").asText();
        ok(200, dana.accept(request, card));

        ok(
                200,
                dana.phone()
                        .door()
                        .with("If-Match", "*")
                        .send(
                                "PATCH",
                                "/share-cards/" + card,
                                Json.canonical(Map.of("fields", List.of("CAREER_STAGE"), "email", Dana.ADDRESS)),
                                "application/merge-patch+json"));
        JsonNode seen = ben.contact(contact).path("card");
        assertThat(seen.has("affiliation")).isFalse();
        assertThat(seen.has("careerStage")).isFalse();
        assertThat(seen.has("email")).isFalse();

        ok(200, dana.accept(request, card));

        assertThat(ben.contact(contact).path("card").path("email").asText()).isEqualTo(Dana.ADDRESS);
        assertProblem(dana.phone().door().send("DELETE", "/share-cards/" + card, "", null), 409, "card-in-use");
    }

    @RepeatedTest(5)
    void acceptingAndWithdrawingTogetherEndsAsTheLastReceiptSays() throws Exception {
        var dana = Dana.at(congress, base, "ASK_ME");
        String contact = ben.stored(Phone.scan(dana.badge()));
        String request = dana.requests("ASKED").getFirst().path("id").asText();
        String card = dana.card("Ward", List.of(), null);
        ok(200, dana.accept(request, card));
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> dana.accept(request, card).statusCode());
            calls.add(() -> dana.withdrawFrom(contact).statusCode());
        }

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : callers.invokeAll(calls)) {
                assertThat(call.get()).isIn(200, 204);
            }
        }

        List<String> kinds = dana.receipts().reversed().stream()
                .map(r -> r.path("kind").asText())
                .toList();
        for (int i = 0; i < kinds.size(); i++) {
            assertThat(kinds.get(i)).isEqualTo(i % 2 == 0 ? "GRANTED" : "WITHDRAWN");
        }
        assertThat(ben.contact(contact).has("card")).isEqualTo(kinds.getLast().equals("GRANTED"));
    }

    @Test
    void anAddressThatIsNoLongerVerifiedLeavesTheCardAndAPersonWhoIsDeletedLeavesNothing() {
        var dana = Dana.at(congress, base, "CARD");
        String contact = ben.stored(Phone.scan(dana.badge()));
        dana.card("Ward", List.of("AFFILIATION"), Dana.ADDRESS);
        assertThat(ben.contact(contact).path("card").path("email").asText()).isEqualTo(Dana.ADDRESS);

        congress.personWithoutAddress(
                dana.badge().person(), 3, "Dana Roth", dana.phone().owner());
        assertThat(ben.contact(contact).path("card").has("email")).isFalse();
        assertThat(ben.contact(contact).path("card").path("displayName").asText())
                .isEqualTo("Dana Roth");

        congress.personDeleted(dana.badge().person(), 4);

        assertThat(ben.contact(contact).toString()).doesNotContain("Dana");
        assertThat(dana.items("/share-cards")).isEmpty();
        await().atMost(LONG).untilAsserted(() -> assertThat(
                        CONTACTS.read(contact).getLast().json().path("sharedFields"))
                .isEmpty());
    }

    @Test
    void receiptsAreOnlyEverAdded() {
        Dana.at(congress, base, "CARD");
        for (String sql : List.of(
                "update consent_receipt set kind = 'WITHDRAWN'",
                "delete from consent_receipt",
                "truncate consent_receipt")) {
            assertThatThrownBy(() -> run(sql)).isInstanceOf(SQLException.class).hasMessageContaining("only ever added");
        }
    }

    @Test
    void anAddressOfSomebodyElseAndANameTwiceAreRefusedAndLeaveNothing() {
        var dana = Dana.at(congress, base, "CARD");
        assertProblem(
                dana.post(
                        "/share-cards",
                        Map.of("kind", "PEER", "name", "x", "fields", List.of(), "email", "other@clinic.example")),
                422,
                "address-not-verified");
        assertThat(dana.items("/share-cards")).isEmpty();
        dana.card("Ward", List.of(), null);
        assertProblem(
                dana.post("/share-cards", Map.of("kind", "PEER", "name", " Ward ", "fields", List.of())),
                409,
                "name-taken");
        assertThat(dana.items("/share-cards")).hasSize(1);
        assertProblem(
                Phone.of(base).door().post("/share-cards", "{\"kind\":\"PEER\",\"name\":\"x\",\"fields\":[]}"),
                409,
                "person-unknown");
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
