package rapport.contacts.mentoring;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class MentoringTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    AgroalDataSource database;

    @Inject
    MentoringExpiry expiry;

    /** Of this test only, so that it finds no mentors of other tests. */
    private String topic;

    private Phone mentor;

    @BeforeEach
    void aMentor() {
        topic = "topic-" + UUID.randomUUID();
        mentor = Phone.of(base);
    }

    private JsonNode offer(Phone by, int capacity) {
        return ok(
                200,
                by.door()
                        .send(
                                "PUT",
                                "/me/mentor-profile",
                                Json.canonical(Map.of(
                                        "headline",
                                        "Registry trials",
                                        "boundaries",
                                        "One call a month",
                                        "wishes",
                                        List.of("MENTOR"),
                                        "topics",
                                        List.of(topic, "sepsis"),
                                        "languages",
                                        List.of("de", "en"),
                                        "capacity",
                                        capacity,
                                        "showsName",
                                        false,
                                        "showsAffiliation",
                                        true)),
                                "application/json"));
    }

    private String mentorId(Phone by) {
        return ok(200, by.door().get("/me/mentor-profile"))
                .path("shown")
                .path("id")
                .asText();
    }

    private String goal(Phone mentee) {
        return ok(
                        201,
                        mentee.door()
                                .post(
                                        "/goals",
                                        Json.canonical(Map.of(
                                                "statement", "Find a thesis",
                                                "wish", "MENTOR",
                                                "topics", List.of(topic.toUpperCase(), "imaging"),
                                                "languages", List.of("EN"),
                                                "careerStage", "STUDENT"))))
                .path("id")
                .asText();
    }

    private HttpResponse<String> ask(Phone mentee, String goal, Phone of) {
        return mentee.door()
                .post(
                        "/mentoring-requests",
                        Json.canonical(Map.of("goalId", goal, "mentorId", mentorId(of), "message", "Would you?")));
    }

    private String asked(Phone mentee, String goal, Phone of) {
        return ok(201, ask(mentee, goal, of)).path("id").asText();
    }

    private String state(Phone mentee, String request) {
        return ok(200, mentee.door().get("/mentoring-requests/" + request))
                .path("state")
                .asText();
    }

    private static HttpResponse<String> act(Phone who, String request, String what) {
        return who.door().send("POST", "/mentoring-requests/" + request + "/" + what, "", null);
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Phone.json(answer);
    }

    private void run(String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void twentyConcurrentAcceptsOfOnePlaceGiveItAwayOnce() throws Exception {
        offer(mentor, 1);
        var requests = new ArrayList<String>();
        var mentees = new ArrayList<Phone>();
        for (int i = 0; i < 20; i++) {
            Phone mentee = Phone.of(base);
            mentees.add(mentee);
            requests.add(asked(mentee, goal(mentee), mentor));
        }

        var statuses = new ArrayList<Integer>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(requests.stream()
                    .<Callable<Integer>>map(
                            id -> () -> act(mentor, id, "acceptance").statusCode())
                    .toList())) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses).filteredOn(s -> s == 200).hasSize(1);
        var states = IntStream.range(0, 20)
                .mapToObj(i -> state(mentees.get(i), requests.get(i)))
                .toList();
        assertThat(states).filteredOn("ACCEPTED"::equals).hasSize(1);
        assertThat(states).filteredOn("WAITLISTED"::equals).hasSize(19);
        assertThat(ok(200, mentor.door().get("/me/mentor-profile"))
                        .path("taken")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void twoMentorsWhoAcceptAtTheSameTimeTakeOneMentee() throws Exception {
        Phone second = Phone.of(base);
        offer(mentor, 1);
        offer(second, 1);
        for (int round = 0; round < 5; round++) {
            Phone mentee = Phone.of(base);
            String goal = goal(mentee);
            String first = asked(mentee, goal, mentor);
            String other = asked(mentee, goal, second);

            var statuses = new ArrayList<Integer>();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : callers.invokeAll(List.<Callable<Integer>>of(
                        () -> act(mentor, first, "acceptance").statusCode(),
                        () -> act(second, other, "acceptance").statusCode()))) {
                    statuses.add(answer.get());
                }
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            assertThat(List.of(state(mentee, first), state(mentee, other)))
                    .containsExactlyInAnyOrder("ACCEPTED", "WITHDRAWN");
            act(mentee, statuses.getFirst() == 200 ? first : other, "end");
        }
    }

    @Test
    void aMatchIsExplainedAndShowsOfTheMentorOnlyWhatTheyChose() {
        congress.personAs(UUID.randomUUID(), 1, "Inés López", mentor.owner());
        offer(mentor, 2);
        Phone mentee = Phone.of(base);

        var matches = ok(200, mentee.door().get("/goals/" + goal(mentee) + "/mentors"))
                .path("items");

        assertThat(matches).hasSize(1);
        assertThat(matches.path(0).path("score").asInt()).isEqualTo(60);
        assertThat(matches.path(0).path("because").path(0).asText())
                .isEqualTo("30 points: 1 of 2 topics in common (" + topic + ").");
        var shown = matches.path(0).path("mentor");
        assertThat(shown.has("name")).isFalse();
        assertThat(shown.path("affiliation").asText()).isEqualTo("Klinikum Nord");
        assertThat(shown.path("placeFree").asBoolean()).isTrue();
        assertThat(matches.toString()).doesNotContain(mentor.owner(), "Inés", "@");
        assertThat(ok(200, mentee.door().get("/mentors/" + shown.path("id").asText())))
                .isEqualTo(shown);
    }

    @Test
    void aMenteeHasAtMostThreeRequestsOpen() {
        Phone mentee = Phone.of(base);
        String goal = goal(mentee);
        String first = null;
        for (int i = 0; i < 3; i++) {
            Phone one = Phone.of(base);
            offer(one, 1);
            String request = asked(mentee, goal, one);
            first = first == null ? request : first;
        }
        offer(mentor, 1);

        assertProblem(ask(mentee, goal, mentor), 409, "too-many-requests-open");
        assertThat(act(mentee, first, "withdrawal").statusCode()).isEqualTo(200);
        assertThat(act(mentee, first, "withdrawal").statusCode()).isEqualTo(200);
        String fourth = asked(mentee, goal, mentor);
        assertProblem(ask(mentee, goal, mentor), 409, "already-asked");
        assertThat(state(mentee, fourth)).isEqualTo("OPEN");
    }

    @Test
    void aRequestWithoutAPlaceWaitsAndOpensWhenOneIsFree() {
        offer(mentor, 1);
        Phone lucky = Phone.of(base);
        Phone patient = Phone.of(base);
        String accepted = asked(lucky, goal(lucky), mentor);
        ok(200, act(mentor, accepted, "acceptance"));
        String waiting = asked(patient, goal(patient), mentor);
        assertThat(state(patient, waiting)).isEqualTo("WAITLISTED");
        assertProblem(act(mentor, waiting, "acceptance"), 409, "mentor-full");

        assertThat(act(lucky, accepted, "end").statusCode()).isEqualTo(204);

        assertThat(state(patient, waiting)).isEqualTo("OPEN");
        ok(200, act(mentor, waiting, "acceptance"));
        assertThat(state(lucky, accepted)).isEqualTo("ENDED");
    }

    @Test
    void mentorAndMenteeBecomeContactsWithoutAnAddress() {
        congress.personAs(UUID.randomUUID(), 1, "Inés López", mentor.owner());
        Phone mentee = Phone.of(base);
        congress.personAs(UUID.randomUUID(), 1, "Maya Okafor", mentee.owner());
        offer(mentor, 1);
        String request = asked(mentee, goal(mentee), mentor);
        assertThat(ok(200, mentor.door().get("/me/mentor-profile/requests"))
                        .path("items")
                        .path(0)
                        .path("menteeName")
                        .asText())
                .isEqualTo("Maya Okafor");

        ok(200, act(mentor, request, "acceptance"));
        ok(200, act(mentor, request, "acceptance"));

        for (Phone side : List.of(mentor, mentee)) {
            var contacts = ok(200, side.door().get("/contacts")).path("items");
            assertThat(contacts).hasSize(1);
            assertThat(contacts.path(0).path("status").asText()).isEqualTo("ACTIVE");
            assertThat(contacts.path(0).path("card").path("displayName").asText())
                    .isEqualTo(side == mentor ? "Maya Okafor" : "Inés López");
            assertThat(contacts.toString()).doesNotContain("@");
        }
    }

    @Test
    void aRequestIsRemindedOfOnceAndThenExpires() throws Exception {
        offer(mentor, 1);
        Phone mentee = Phone.of(base);
        String request = asked(mentee, goal(mentee), mentor);
        run("update mentoring_request set remind_at = asked_at where id = ?", request);
        expiry.runOnce();
        expiry.runOnce();

        var inbox = ok(200, mentor.door().get("/me/mentor-profile/requests"))
                .path("items")
                .path(0);
        assertThat(inbox.path("reminder").asBoolean()).isTrue();
        assertThat(inbox.path("version").asInt()).isEqualTo(2);

        run("update mentoring_request set expires_at = asked_at where id = ?", request);
        assertProblem(act(mentor, request, "acceptance"), 409, "mentoring-state");
        expiry.runOnce();

        assertThat(state(mentee, request)).isEqualTo("EXPIRED");
        assertThat(ok(200, mentor.door().get("/me/mentor-profile"))
                        .path("taken")
                        .asInt())
                .isZero();
    }

    @Test
    void whoOptsOutIsNotFoundAndDeclinesWhoWaits() {
        offer(mentor, 1);
        Phone mentee = Phone.of(base);
        String goal = goal(mentee);
        String id = mentorId(mentor);
        String request = asked(mentee, goal, mentor);

        assertThat(mentor.door().send("DELETE", "/me/mentor-profile", "", null).statusCode())
                .isEqualTo(204);

        assertThat(ok(200, mentee.door().get("/goals/" + goal + "/mentors")).path("items"))
                .isEmpty();
        assertProblem(mentee.door().get("/mentors/" + id), 404, "not-found");
        assertProblem(ask(mentee, goal, mentor), 404, "not-found");
        assertThat(state(mentee, request)).isEqualTo("DECLINED");
    }

    @Test
    void nobodyAsksThemselvesOrAnswersForOthers() {
        offer(mentor, 1);
        assertProblem(ask(mentor, goal(mentor), mentor), 422, "own-profile");
        Phone mentee = Phone.of(base);
        String request = asked(mentee, goal(mentee), mentor);

        for (String what : List.of("acceptance", "refusal")) {
            assertProblem(act(mentee, request, what), 404, "not-found");
        }
        assertProblem(act(mentor, request, "withdrawal"), 404, "not-found");
        assertProblem(act(Phone.of(base), request, "end"), 404, "not-found");
        assertProblem(
                mentor.door()
                        .with("If-Match", "\"v7\"")
                        .send("PUT", "/me/mentor-profile", "{\"headline\":\"x\"}", "application/json"),
                400,
                "validation");
    }

    @Test
    void aGoalIsChangedByWhoHasSeenIt() {
        Phone mentee = Phone.of(base);
        String path = "/goals/" + goal(mentee);
        String patch = "application/merge-patch+json";

        assertProblem(mentee.door().send("PATCH", path, "{\"wish\":\"PEER\"}", patch), 428, "precondition-required");
        var door = mentee.door().with("If-Match", "\"v1\"");
        assertThat(ok(200, door.send("PATCH", path, "{\"wish\":\"PEER\",\"languages\":null}", patch))
                        .path("languages"))
                .isEmpty();
        assertProblem(door.send("PATCH", path, "{\"wish\":\"MENTOR\"}", patch), 412, "stale-version");
        assertProblem(
                mentee.door().with("If-Match", "*").send("PATCH", path, "{\"topics\":[]}", patch), 400, "validation");
        assertThat(ok(200, mentee.door().get("/goals")).path("items")).hasSize(1);
        assertThat(mentee.door().send("DELETE", path, "", null).statusCode()).isEqualTo(204);
        assertProblem(mentee.door().get(path), 404, "not-found");
    }
}
