package rapport.events.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

/** Events of 2024, whose data go after 30 days, looked at with the clock of today. */
@QuarkusTest
@WithTestResource(
        value = RealParts.class,
        initArgs = {
            @ResourceArg(name = "kit.outbox.enabled", value = "false"),
            @ResourceArg(name = "rapport.retention.batch", value = "2")
        })
class RetentionTest extends FrontDoor {
    private static final String SHORT = "{\"retentionDays\": 30}";

    @Inject
    Retention retention;

    @Test
    void itIsAnnouncedFirstAndNothingIsDeletedUntilTheNoticeIsOver() {
        String id = publishedEvent(SHORT);
        register(id, "Ana", "n" + id + "@x.example");
        assertThat(get(id).path("status").asText()).isEqualTo("PLANNED");

        retain();

        var view = get(id);
        assertThat(view.path("status").asText()).isEqualTo("ANNOUNCED");
        assertThat(view.path("goes").path("registrations").asInt()).isEqualTo(1);
        assertThat(view.path("stays")).isNotEmpty();
        assertThat(view.path("deletesAt").asText())
                .isGreaterThan(view.path("announcedAt").asText());
        assertThat(number("select count(*) from registration where event_id = ?", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void whatIsDueGoesInBatchesAndWhoHasAnotherTieStays() {
        String id = publishedEvent(SHORT);
        String other = publishedEvent("{\"retentionDays\": 3650}");
        var strangers = new JsonNode[5];
        for (int i = 0; i < strangers.length; i++) {
            strangers[i] = register(id, "Stranger", "s" + i + id + "@x.example");
        }
        var elsewhere = register(id, "Elsewhere", "e" + id + "@x.example");
        register(other, "Elsewhere", "e" + id + "@x.example");
        var speaker = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/speakers",
                                "{\"displayName\":\"Bea\",\"email\":\"b%s@x.example\",\"emailShared\":true}"
                                        .formatted(id)));
        ok(200, as("olga").send("POST", "/events/" + id + "/badges", "", null));
        as("olga").get("/events/" + id + "/speaker-list?purpose=Canary&text=Canary");
        noticeIsOver(id);

        retain();

        UUID event = UUID.fromString(id);
        assertThat(number("select count(*) from registration where event_id = ?", event))
                .isZero();
        assertThat(number("select count(*) from badge where event_id = ?", event))
                .isZero();
        assertThat(number("select count(*) from speaker where event_id = ? and email is not null", event))
                .isZero();
        assertThat(number("select count(*) from export_record t where event_id = ? and t::text like '%Canary%'", event))
                .isZero();
        for (JsonNode stranger : strangers) {
            assertThat(type(stranger.path("personId").asText())).isEqualTo("person.deleted.v1");
            assertThat(type(id(stranger))).isEqualTo("registration.deleted.v1");
        }
        assertThat(type(elsewhere.path("personId").asText())).isEqualTo("person.changed.v1");
        assertThat(messages(speaker.path("personId").asText()).getLast().path("emails"))
                .isEmpty();
        var view = get(id);
        assertThat(view.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(view.path("deleted").path("registrations").asInt()).isEqualTo(6);
        assertThat(view.path("deleted").path("people").asInt()).isEqualTo(5);
        assertThat(view.path("deleted").path("speakerEmails").asInt()).isEqualTo(1);
        String after = state();
        retain();
        assertThat(state()).isEqualTo(after);
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + other + "/registrations",
                                "{\"displayName\":\"Stranger\",\"email\":\"s0%s@x.example\"}".formatted(id)));
    }

    @Test
    void ownersPostponeAndBringForwardWithinBounds() {
        String id = publishedEvent(SHORT);
        register(id, "Ana", "p" + id + "@x.example");
        var view = get(id);
        assertThat(view.path("regularlyOn").asText()).isEqualTo("2025-01-30");
        assertThat(view.path("earliestOn").asText()).isEqualTo("2025-01-01");
        assertThat(view.path("latestOn").asText()).isEqualTo("2026-01-30");
        String path = "/events/" + id + "/retention";
        assertProblem(patch(as("olga"), path, null, "{\"deletesOn\":\"2025-06-01\"}"), 428, "precondition-required");
        assertProblem(patch(as("olga"), path, "\"v0\"", "{\"deletesOn\":\"2024-12-30\"}"), 422, "day-out-of-bounds");
        assertProblem(patch(as("olga"), path, "\"v0\"", "{\"deletesOn\":\"2026-02-01\"}"), 422, "day-out-of-bounds");

        var chosen = ok(200, patch(as("olga"), path, "\"v0\"", "{\"deletesOn\":\"2025-06-01\"}"));

        assertThat(chosen.path("deletesOn").asText()).isEqualTo("2025-06-01");
        assertProblem(patch(as("olga"), path, "\"v0\"", "{\"deletesOn\":null}"), 412, "stale-version");
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + id + "/staff/" + Tokens.subject("otto"),
                                "{\"role\":\"EDITOR\"}",
                                "application/json"));
        assertProblem(as("otto").get(path), 403, "staff-role");
        retain();
        assertThat(get(id).path("status").asText()).isIn("ANNOUNCED", "DELETING", "COMPLETED");
        retain();
        assertThat(get(id).path("status").asText()).isEqualTo("COMPLETED");
    }

    private void retain() {
        boolean more = true;
        while (more) {
            more = retention.runOnce();
        }
    }

    /** As if it had been announced long ago. */
    private void noticeIsOver(String event) {
        retain();
        rows(
                "update retention set announced_at = announced_at - interval '15 days' where event_id = ? returning event_id",
                UUID.fromString(event));
    }

    private JsonNode get(String event) {
        return ok(200, as("olga").get("/events/" + event + "/retention"));
    }

    private JsonNode register(String event, String name, String email) {
        return ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/registrations",
                                "{\"displayName\":\"%s\",\"email\":\"%s\"}".formatted(name, email)));
    }

    private String type(String key) {
        return rows("select type from outbox where key = ? order by seq", UUID.fromString(key))
                .getLast()
                .get("type");
    }
}
