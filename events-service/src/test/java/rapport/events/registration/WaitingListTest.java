package rapport.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class WaitingListTest extends FrontDoor {

    @Test
    void fiftyPeopleAtOnceForTheLastPlaceGiveOneConfirmedAndFortyNineWaiting() throws Exception {
        String id = publishedEvent("{\"capacity\": 1}");

        var answers = atOnce(IntStream.range(0, 50)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> register(id, "last" + i + "." + id))
                .toList());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream()
                        .map(answer -> json(answer.body()).path("status").asText()))
                .containsOnlyOnce("CONFIRMED");
        assertThat(count(id, "CONFIRMED")).isEqualTo(1);
        assertThat(count(id, "WAITLISTED")).isEqualTo(49);
    }

    @Test
    void asManyAsThereArePlacesMoveUpInTheOrderInWhichTheyBeganToWait() {
        String id = publishedEvent("{\"capacity\": 1}");
        List<JsonNode> people = IntStream.range(0, 6)
                .mapToObj(i -> ok(201, register(id, "p" + i + "." + id)))
                .toList();
        ok(200, patch(as("olga"), path(id, people.get(1)), "*", "{\"goals\": [\"changes a wish, keeps the place\"]}"));

        ok(200, cancel(id, people.get(0)));
        assertThat(confirmed(id)).containsExactly(id(people.get(1)));

        ok(200, patch(as("olga"), "/events/" + id, "*", "{\"capacity\": 3}"));
        assertThat(confirmed(id)).containsExactly(id(people.get(1)), id(people.get(2)), id(people.get(3)));
        assertThat(messages(id(people.get(3))).getLast().path("status").asText())
                .isEqualTo("CONFIRMED");

        ok(200, patch(as("olga"), "/events/" + id, "*", "{\"capacity\": null}"));
        assertThat(confirmed(id)).hasSize(5);
        assertThat(count(id, "WAITLISTED")).isZero();
    }

    @Test
    void cancellingTwiceOrWhileOthersCancelGivesEachPlaceAwayOnce() throws Exception {
        String id = publishedEvent("{\"capacity\": 5}");
        List<JsonNode> people = IntStream.range(0, 15)
                .mapToObj(i -> ok(201, register(id, "c" + i + "." + id)))
                .toList();

        var answers = atOnce(IntStream.range(0, 20)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> cancel(id, people.get(i % 4)))
                .toList());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(count(id, "CANCELLED")).isEqualTo(4);
        assertThat(count(id, "CONFIRMED")).isEqualTo(5);
        assertThat(confirmed(id)).contains(id(people.get(5)), id(people.get(8))).doesNotContain(id(people.get(9)));
    }

    @Test
    void fewerPlacesThanPeopleThrowNobodyOut() {
        String id = publishedEvent("{\"capacity\": 2}");
        var first = ok(201, register(id, "f1." + id));
        ok(201, register(id, "f2." + id));
        ok(201, register(id, "f3." + id));

        ok(200, patch(as("olga"), "/events/" + id, "*", "{\"capacity\": 1}"));
        assertThat(count(id, "CONFIRMED")).isEqualTo(2);
        ok(200, cancel(id, first));

        assertThat(count(id, "CONFIRMED")).isEqualTo(1);
        assertThat(count(id, "WAITLISTED")).isEqualTo(1);
    }

    @Test
    void whoNeedsApprovalHoldsNoPlaceUntilThereIsOne() {
        String id = publishedEvent("{\"capacity\": 1, \"approvalRequired\": true}");
        var maya = ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));
        assertThat(maya.path("status").asText()).isEqualTo("PENDING");
        var other = ok(201, register(id, "first." + id));
        assertThat(other.path("status").asText()).isEqualTo("CONFIRMED");

        assertProblem(patch(as("maya"), path(id, maya), "*", "{\"status\": \"CONFIRMED\"}"), 403, "staff-role");
        assertProblem(patch(as("olga"), path(id, maya), "*", "{\"status\": \"CONFIRMED\"}"), 409, "event-full");
        ok(200, patch(as("olga"), path(id, maya), "*", "{\"status\": \"WAITLISTED\"}"));
        ok(200, cancel(id, other));

        assertThat(confirmed(id)).containsExactly(id(maya));
        assertProblem(patch(as("olga"), path(id, maya), "*", "{\"status\": \"DELETED\"}"), 409, "registration-state");
    }

    private static List<HttpResponse<String>> atOnce(List<Callable<HttpResponse<String>>> requests)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<HttpResponse<String>>();
            for (Future<HttpResponse<String>> answer : pool.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private HttpResponse<String> register(String event, String name) {
        return as("olga")
                .post(
                        "/events/" + event + "/registrations",
                        "{\"displayName\":\"Guest\",\"email\":\"" + name + "@x.example\"}");
    }

    private HttpResponse<String> cancel(String event, JsonNode registration) {
        return as("olga").send("POST", path(event, registration) + "/cancellation", "", null);
    }

    private static String path(String event, JsonNode registration) {
        return "/events/" + event + "/registrations/" + id(registration);
    }

    private List<String> confirmed(String event) {
        return rows(
                        "select id from registration where event_id = ? and status = 'CONFIRMED' order by id",
                        UUID.fromString(event))
                .stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private long count(String event, String status) {
        return number(
                "select count(*) from registration where event_id = ? and status = '" + status + "'",
                UUID.fromString(event));
    }
}
