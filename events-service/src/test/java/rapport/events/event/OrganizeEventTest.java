package rapport.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class OrganizeEventTest extends FrontDoor {

    @Test
    void anEventBeginsAsADraftThatOnlyItsStaffSees() {
        String id = event();

        var mine = ok(200, as("olga").get("/events/" + id));

        assertThat(mine.path("status").asText()).isEqualTo("DRAFT");
        assertThat(mine.path("myRole").asText()).isEqualTo("OWNER");
        assertThat(mine.path("startInstant").asText()).isEqualTo("2024-12-27T08:00:00Z");
        assertProblem(as("maya").get("/events/" + id), 404, "not-found");
        assertProblem(as("otto").get("/events/" + id), 404, "not-found");
        assertThat(messages(id))
                .singleElement()
                .satisfies(m -> assertThat(m.path("version").asInt()).isEqualTo(1));
    }

    @Test
    void publishingShowsItToEverybodyAndCancellingIsFinal() {
        String id = publishedEvent("{\"joinUrl\": \"https://meet.example/secret\"}");

        assertThat(ok(200, as("maya").get("/events/" + id)).path("joinUrl").isNull())
                .isTrue();
        var cancelled = ok(200, as("olga").post("/events/" + id + "/cancellation", "{\"reason\":\"Flood\"}"));
        assertThat(cancelled.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(messages(id))
                .extracting(m -> m.path("status").asText())
                .containsExactly("DRAFT", "PUBLISHED", "CANCELLED");
        String before = state();
        assertProblem(as("olga").send("POST", "/events/" + id + "/publication", "", null), 409, "event-state");
        assertProblem(patch(as("olga"), "/events/" + id, "*", "{\"name\":\"Again\"}"), 409, "event-state");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anotherZoneKeepsTheWallTimesOfEventAndSessions() {
        String id = event();
        var session = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"title\":\"Opening\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}"));

        var moved =
                ok(200, patch(as("olga"), "/events/" + id, "\"v1\"", "{\"zone\":\"Europe/Lisbon\",\"venue\":null}"));

        assertThat(moved.path("startsAt").asText()).isEqualTo("2024-12-27T09:00:00");
        assertThat(moved.path("startInstant").asText()).isEqualTo("2024-12-27T09:00:00Z");
        assertThat(moved.path("venue").isNull()).isTrue();
        var after = ok(200, as("olga").get("/events/" + id + "/sessions/" + id(session)));
        assertThat(after.path("startsAt").asText()).isEqualTo("2024-12-27T10:00:00");
        assertThat(after.path("startInstant").asText()).isEqualTo("2024-12-27T10:00:00Z");
        assertThat(messages(id(session)).getLast().path("zone").asText()).isEqualTo("Europe/Lisbon");
    }

    @Test
    void aChangeNeedsTheVersionItIsBasedOn() {
        String id = event();
        String before = state();

        assertProblem(patch(as("olga"), "/events/" + id, null, "{\"name\":\"X\"}"), 428, "precondition-required");
        assertProblem(patch(as("olga"), "/events/" + id, "\"v7\"", "{\"name\":\"X\"}"), 412, "stale-version");
        assertProblem(
                patch(as("olga"), "/events/" + id, "\"v1\"", "{\"endsAt\":\"2024-12-01T09:00:00\"}"),
                422,
                "ends-before-start");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theSameKeyCreatesOnce() {
        var olga = as("olga").with("Idempotency-Key", "organization-1");
        var first = olga.post("/organizations", "{\"name\":\"Idempotent\"}");
        String before = state();

        var again = olga.post("/organizations", "{\"name\":\"Idempotent\"}");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void staffIsGivenAndTakenByOwnersAndOneOwnerStays() {
        String id = event();
        String otto = Tokens.subject("otto");
        ok(
                201,
                as("olga")
                        .send("PUT", "/events/" + id + "/staff/" + otto, "{\"role\":\"EDITOR\"}", "application/json"));

        assertThat(ok(200, as("otto").get("/events/" + id)).path("myRole").asText())
                .isEqualTo("EDITOR");
        assertProblem(as("otto").send("POST", "/events/" + id + "/publication", "", null), 403, "staff-role");
        assertProblem(
                as("olga").send("DELETE", "/events/" + id + "/staff/" + Tokens.subject("olga"), "", null),
                409,
                "last-owner");
        assertThat(as("olga")
                        .send("DELETE", "/events/" + id + "/staff/" + otto, "", null)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(as("otto").get("/events/" + id), 404, "not-found");
    }

    @Test
    void sessionsArePagedInTheOrderOfTheDayAndChangesAreFollowed() {
        String id = event();
        for (int hour = 18; hour >= 10; hour--) {
            ok(
                    201,
                    as("olga")
                            .post(
                                    "/events/" + id + "/sessions",
                                    "{\"title\":\"At %d\",\"startsAt\":\"2024-12-27T%d:00:00\",\"endsAt\":\"2024-12-27T%d:30:00\"}"
                                            .formatted(hour, hour, hour)));
        }
        var first = ok(200, as("olga").get("/events/" + id + "/sessions?limit=4"));
        assertThat(first.path("items"))
                .extracting(s -> s.path("title").asText())
                .containsExactly("At 10", "At 11", "At 12", "At 13");
        var second = ok(
                200,
                as("olga")
                        .get("/events/" + id + "/sessions?limit=4&cursor="
                                + first.path("next").asText()));
        assertThat(second.path("items").get(0).path("title").asText()).isEqualTo("At 14");

        String gone = id(first.path("items").get(0));
        assertThat(as("olga")
                        .send("DELETE", "/events/" + id + "/sessions/" + gone, "", null)
                        .statusCode())
                .isEqualTo(204);
        var changes = ok(
                200,
                as("olga")
                        .get("/events/" + id + "/sessions?changedSince="
                                + first.path("changes").asText()));
        assertThat(changes.path("items")).anySatisfy(s -> {
            assertThat(id(s)).isEqualTo(gone);
            assertThat(s.path("status").asText()).isEqualTo("REMOVED");
        });
        var none = ok(
                200,
                as("olga")
                        .get("/events/" + id + "/sessions?changedSince="
                                + changes.path("changes").asText()));
        assertThat(none.path("items")).isEmpty();
    }
}
