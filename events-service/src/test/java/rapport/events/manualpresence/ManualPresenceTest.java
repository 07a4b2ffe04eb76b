package rapport.events.manualpresence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class ManualPresenceTest extends FrontDoor {

    @Test
    void whatStaffKnowsIsMeasuredTogetherWithWhatOthersSay() {
        var stage = new Stage();
        ok(
                201,
                as("olga")
                        .send(
                                "POST",
                                "/events/" + stage.event + "/sessions/" + stage.session
                                        + "/webinar-imports?format=GENERIC_CSV",
                                "email,joined_at,left_at\n%s,2024-12-27T10:00:00+01:00,2024-12-27T10:20:00+01:00\n"
                                        .formatted(stage.address),
                                "text/csv"));

        var entry = ok(201, stage.add("09:10", "09:50"));

        assertThat(entry.path("actor").asText()).isEqualTo(Tokens.subject("olga"));
        assertThat(entry.path("reason").asText()).isEqualTo("listened by telephone");
        assertThat(stage.attendance().path("minutes").asInt()).isEqualTo(50);
        assertThat(stage.attendance().path("sources").toString()).isEqualTo("[\"WEBINAR\",\"MANUAL\"]");
        assertThat(messages(id(stage.attendance())).getLast().path("minutes").asInt())
                .isEqualTo(50);
    }

    @Test
    void anEntryWithoutAnEndLastsUntilTheSessionEndsAndSaysThatThisIsAssumed() {
        var stage = new Stage();

        ok(201, stage.add("09:30", null));

        assertThat(stage.attendance().path("minutes").asInt()).isEqualTo(30);
        assertThat(stage.attendance().path("assumed").asBoolean()).isTrue();
    }

    @Test
    void aWithdrawnEntryStaysReadableAndNoLongerCounts() {
        var stage = new Stage();
        String wrong = id(ok(201, stage.add("09:00", "09:40")));
        ok(201, stage.add("09:50", "10:00"));

        var withdrawn = ok(200, stage.withdraw(wrong));

        assertThat(withdrawn.path("withdrawn").path("reason").asText()).isEqualTo("the other Maya");
        assertThat(stage.attendance().path("minutes").asInt()).isEqualTo(10);
        var log = all(as("olga"), stage.path() + "?registrationId=" + stage.registration);
        assertThat(log).hasSize(2);
        assertThat(log.get(0)).isEqualTo(withdrawn);
        String before = state();
        assertProblem(stage.withdraw(wrong), 409, "withdrawn-already");
        assertProblem(stage.withdraw(UUID.randomUUID().toString()), 404, "not-found");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void entriesThatComeAtTheSameTimeAllCount() throws Exception {
        var stage = new Stage();
        var calls = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < 6; i++) {
            int minute = i * 10;
            calls.add(() -> stage.add("09:%02d".formatted(minute), "09:%02d".formatted(minute + 9)));
        }

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(calls)) {
                ok(201, done.get());
            }
        }

        assertThat(stage.attendance().path("minutes").asInt()).isEqualTo(54);
    }

    @Test
    void theSameRequestTwiceIsOneEntry() {
        var stage = new Stage();
        var door = as("olga").with("Idempotency-Key", "entry-" + stage.event);

        var first = ok(201, door.post(stage.path(), stage.body("09:00", "09:30")));
        var again = ok(201, door.post(stage.path(), stage.body("09:00", "09:30")));

        assertThat(again).isEqualTo(first);
        assertThat(all(as("olga"), stage.path())).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsRefusedAndLeavesNothingBehind() {
        var stage = new Stage();
        var elsewhere = new Stage();
        String before = state();

        assertProblem(stage.add("10:10", "10:20"), 422, "outside-the-session");
        assertProblem(stage.add("08:10", "09:00"), 422, "outside-the-session");
        assertProblem(stage.add("09:20", "09:20"), 422, "ends-before-start");
        assertProblem(
                as("olga")
                        .post(
                                stage.path(),
                                stage.body("09:00", "09:30")
                                        .replaceAll(
                                                "\"joinedAt\":\"[^\"]*\",\"leftAt\":\"[^\"]*\"",
                                                "\"joinedAt\":\"2099-01-01T10:00:00Z\"")),
                422,
                "in-the-future");
        assertProblem(
                as("olga")
                        .post(
                                stage.path(),
                                stage.body("09:00", "09:30").replace(stage.registration, elsewhere.registration)),
                422,
                "registration-unknown");
        assertProblem(
                as("olga").post(stage.path(), stage.body("09:00", "09:30").replace(stage.session, elsewhere.session)),
                422,
                "session-unknown");
        assertProblem(
                as("olga").post(stage.path(), stage.body("09:00", "09:30").replace("listened by telephone", " ")),
                400,
                "validation");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void nobodyChangesWhatWasSaid() {
        var stage = new Stage();
        String entry = id(ok(201, stage.add("09:00", "09:30")));

        for (String change : List.of("reason = 'x'", "actor = 'x'", "actor = 'erased'", "left_at = null")) {
            assertThatThrownBy(() ->
                            update("update manual_presence set " + change + " where id = ?", UUID.fromString(entry)))
                    .hasStackTraceContaining("append-only");
        }
    }

    /** An event with a session from nine to ten UTC, and somebody who is registered. */
    private final class Stage {
        final String event = event();
        final String address = "m" + event + "@x.example";
        final String session = id(
                ok(
                        201,
                        as("olga")
                                .post(
                                        "/events/" + event + "/sessions",
                                        "{\"title\":\"Sepsis\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}")));
        final String registration = id(ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/registrations",
                                "{\"displayName\":\"Maya\",\"email\":\"%s\"}".formatted(address))));

        String path() {
            return "/events/" + event + "/manual-presence";
        }

        /** @param until null when nobody knows */
        String body(String from, String until) {
            return "{\"registrationId\":\"%s\",\"sessionId\":\"%s\",\"joinedAt\":\"2024-12-27T%s:00Z\",%s\"reason\":\"listened by telephone\"}"
                    .formatted(
                            registration,
                            session,
                            from,
                            until == null ? "" : "\"leftAt\":\"2024-12-27T%s:00Z\",".formatted(until));
        }

        HttpResponse<String> add(String from, String until) {
            return as("olga").post(path(), body(from, until));
        }

        HttpResponse<String> withdraw(String entry) {
            return as("olga").post(path() + "/" + entry + "/withdrawal", "{\"reason\":\"the other Maya\"}");
        }

        JsonNode attendance() {
            var rows = all(as("olga"), "/events/" + event + "/attendance");
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }
}
