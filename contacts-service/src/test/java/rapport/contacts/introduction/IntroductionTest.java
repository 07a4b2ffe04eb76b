package rapport.contacts.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class IntroductionTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    AgroalDataSource database;

    @Inject
    IntroductionExpiry expiry;

    private Phone maya;
    private Phone ben;
    private Phone chen;
    private String benOfMaya;
    private String chenOfMaya;

    @BeforeEach
    void mayaKnowsBenAndChen() {
        maya = Phone.of(base);
        ben = Phone.of(base);
        chen = Phone.of(base);
        congress.personAs(UUID.randomUUID(), 1, "Maya Okafor", maya.owner());
        benOfMaya = met(ben, "Ben Weiß");
        chenOfMaya = met(chen, "Chen Li");
    }

    private String met(Phone whom, String name) {
        var badge = congress.badge("CARD");
        congress.personAs(badge.person(), 2, name, whom.owner());
        return maya.stored(Phone.scan(badge));
    }

    private HttpResponse<String> offer(String first, String second) {
        return maya.door()
                .post(
                        "/introductions",
                        Json.canonical(Map.of(
                                "firstContactId", first,
                                "secondContactId", second,
                                "reason", "You both work on sepsis.")));
    }

    private String offered() {
        return ok(201, offer(benOfMaya, chenOfMaya)).path("id").asText();
    }

    private static HttpResponse<String> answer(Phone who, String id, String what) {
        return who.door().send("POST", "/me/introductions/" + id + "/" + what, "", null);
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Phone.json(answer);
    }

    private static JsonNode seenBy(Phone who) {
        return ok(200, who.door().get("/me/introductions")).path("items").path(0);
    }

    private String state(String id) {
        return ok(200, maya.door().get("/introductions/" + id)).path("state").asText();
    }

    @Test
    void whenBothAcceptEachIsAContactOfTheOther() {
        String id = offered();
        assertThat(seenBy(ben).path("standing").asText()).isEqualTo("WAITING_FOR_YOU");
        assertThat(seenBy(ben).path("introducedBy").asText()).isEqualTo("Maya Okafor");
        assertThat(seenBy(ben).toString()).doesNotContain("Chen");

        assertThat(ok(200, answer(ben, id, "acceptance")).path("standing").asText())
                .isEqualTo("ACCEPTED");
        assertThat(state(id)).isEqualTo("OPEN");
        assertThat(seenBy(chen).path("standing").asText()).isEqualTo("WAITING_FOR_YOU");
        var completed = ok(200, answer(chen, id, "acceptance"));

        assertThat(completed.path("standing").asText()).isEqualTo("COMPLETED");
        assertThat(completed.path("otherName").asText()).isEqualTo("Ben Weiß");
        assertThat(state(id)).isEqualTo("COMPLETED");
        var contact = ok(200, ben.door().get("/contacts")).path("items").path(0);
        assertThat(contact.path("card").path("displayName").asText()).isEqualTo("Chen Li");
        assertThat(contact.toString()).doesNotContain("@", "email");
        assertThat(ok(200, ben.door().get("/contacts/" + contact.path("id").asText() + "/interactions"))
                        .path("items")
                        .path(0)
                        .path("note")
                        .asText())
                .isEqualTo("Introduced by Maya Okafor");
        assertThat(ok(200, maya.door().get("/contacts/" + benOfMaya + "/interactions"))
                        .path("items")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("INTRODUCTION_MADE");
    }

    @Test
    void aRefusalLooksLikeNoAnswerToEverybodyElse() throws Exception {
        String refused = offered();
        assertThat(ok(200, answer(ben, refused, "refusal")).path("standing").asText())
                .isEqualTo("DECLINED");
        answer(ben, refused, "refusal");
        JsonNode forMaya = ok(200, maya.door().get("/introductions/" + refused));
        JsonNode forChen = seenBy(chen);

        assertThat(forMaya.path("state").asText()).isEqualTo("OPEN");
        assertThat(forMaya.path("version").asInt()).isEqualTo(1);
        assertThat(forChen.path("standing").asText()).isEqualTo("WAITING_FOR_YOU");
        assertThat(ok(200, answer(chen, refused, "acceptance")).path("standing").asText())
                .isEqualTo("ACCEPTED");
        assertProblem(answer(ben, refused, "acceptance"), 409, "already-answered");
        assertThat(state(refused)).isEqualTo("OPEN");

        expire(refused);

        assertThat(state(refused)).isEqualTo("EXPIRED");
        assertThat(seenBy(chen).path("standing").asText()).isEqualTo("EXPIRED");
        expiry.runOnce();
        assertThat(state(refused)).isEqualTo("EXPIRED");
        assertThat(ok(200, chen.door().get("/contacts")).path("items")).isEmpty();
        assertThat(ok(200, ben.door().get("/contacts")).path("items")).isEmpty();
    }

    private void expire(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("update introduction set expires_at = offered_at where id = ?")) {
            statement.setObject(1, UUID.fromString(id));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void whatIsOverCannotBeAccepted() throws Exception {
        String id = offered();
        answer(ben, id, "acceptance");
        expire(id);

        assertProblem(answer(chen, id, "acceptance"), 409, "introduction-over");
        assertThat(ok(200, answer(ben, id, "acceptance")).path("standing").asText())
                .isEqualTo("EXPIRED");
    }

    @Test
    void answersThatComeTwiceAndTogetherMakeOneContactEach() throws Exception {
        String id = offered();

        var statuses = new ArrayList<Integer>();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> answer(ben, id, "acceptance").statusCode());
            calls.add(() -> answer(chen, id, "acceptance").statusCode());
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : callers.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }

        assertThat(statuses).containsOnly(200);
        assertThat(congress.versions(ben.owner())).isEqualTo(1);
        assertThat(congress.versions(chen.owner())).isEqualTo(1);
        assertThat(congress.count("interaction", maya.owner())).isEqualTo(2);
    }

    @Test
    void whoKnowsTheOtherAlreadyKeepsTheirContact() {
        var badge = congress.badge("OFF");
        congress.personAs(badge.person(), 2, "Dana Roth", chen.owner() + "-dana");
        Phone dana = new Phone(chen.owner() + "-dana", new Door(base, Tokens.ofSubject(chen.owner() + "-dana")));
        var shared = congress.another(badge, "CARD");
        String danaOfMaya = maya.stored(Phone.scan(shared));
        var scan = Phone.scan(badge);
        scan.put("note", "the one with the bicycle");
        String danaOfBen = ben.stored(scan);
        assertThat(ben.contact(danaOfBen).path("status").asText()).isEqualTo("NEEDS_CONSENT");
        String id = ok(201, offer(benOfMaya, danaOfMaya)).path("id").asText();

        answer(ben, id, "acceptance");
        answer(dana, id, "acceptance");

        var contact = ben.contact(danaOfBen);
        assertThat(contact.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(contact.path("card").path("displayName").asText()).isEqualTo("Dana Roth");
        assertThat(contact.path("notes").path(0).path("text").asText()).isEqualTo("the one with the bicycle");
        assertThat(ok(200, ben.door().get("/contacts")).path("items")).hasSize(1);
    }

    @Test
    void whoCannotBeIntroducedIsNotToldApart() {
        String pending = maya.stored(Phone.scan(congress.unknownBadge()));
        String hidden = maya.stored(Phone.scan(congress.badge("OFF")));
        String withoutAccount = maya.stored(Phone.scan(congress.badge("CARD")));
        for (String other : List.of(pending, hidden, withoutAccount, benOfMaya)) {
            assertProblem(offer(benOfMaya, other), 422, "not-introducible");
        }
        assertProblem(offer(benOfMaya, UUID.randomUUID().toString()), 404, "not-found");
    }

    @Test
    void theSameIntroductionIsOfferedOnceAndCanBeTakenBack() {
        String id = offered();
        assertProblem(offer(chenOfMaya, benOfMaya), 409, "already-offered");

        for (int again = 0; again < 2; again++) {
            assertThat(ok(200, maya.door().send("POST", "/introductions/" + id + "/withdrawal", "", null))
                            .path("state")
                            .asText())
                    .isEqualTo("WITHDRAWN");
        }

        assertProblem(answer(ben, id, "acceptance"), 404, "not-found");
        assertThat(ok(200, ben.door().get("/me/introductions")).path("items")).isEmpty();
        ok(201, offer(benOfMaya, chenOfMaya));
    }

    @Test
    void onlyTheTwoSidesAnswer() {
        String id = offered();

        assertProblem(answer(maya, id, "acceptance"), 404, "not-found");
        assertProblem(answer(Phone.of(base), id, "refusal"), 404, "not-found");
        assertProblem(ben.door().get("/introductions/" + id), 404, "not-found");
    }
}
