package rapport.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class CorrectionTest extends CheckInDesk {
    private static final Instant TEN = Instant.parse("2024-12-27T09:00:00Z");

    @Test
    void aMissedExitIsAddedWithItsActorAndReasonAndAttendanceFollows() {
        String event = event();
        String session = session(event);
        String token = tokens(event, 1).getFirst();
        String registration = ok(
                        201, gate(event, session).send(gate(event, session).item("ENTRY", token, TEN)))
                .path("registrationId")
                .asText();

        var added = ok(201, add(event, registration, session, "2024-12-27T09:30:00Z"));

        assertThat(added.path("actor").asText()).isEqualTo(Tokens.subject("olga"));
        assertThat(added.path("reason").asText()).isEqualTo("left by the stage door");
        assertThat(added.path("deviceId").isNull()).isTrue();
        var attendance = attendance(event);
        assertThat(attendance.path("minutes").asInt()).isEqualTo(30);
        assertThat(attendance.path("assumed").asBoolean()).isFalse();
        assertThat(messages(attendance.path("id").asText())
                        .getLast()
                        .path("minutes")
                        .asInt())
                .isEqualTo(30);
    }

    @Test
    void aCheckInThatWasWrongStaysInTheLogAndCountsNoMore() {
        String event = event();
        String session = session(event);
        var gate = gate(event, session);
        var entry = gate.item("ENTRY", tokens(event, 1).getFirst(), TEN);
        ok(201, gate.send(entry));
        String path = "/events/" + event + "/check-ins/" + Gate.scanId(entry) + "/invalidation";

        var entryNow = ok(200, as("olga").post(path, "{\"reason\":\"read twice\"}"));

        assertThat(entryNow.path("voided").path("reason").asText()).isEqualTo("read twice");
        assertThat(number("select count(*) from presence where event_id = ?", UUID.fromString(event)))
                .isZero();
        assertProblem(as("olga").post(path, "{\"reason\":\"again\"}"), 409, "check-in-void");
        assertThat(ok(200, gate.send(entry)).path("outcome").asText()).isEqualTo("REPLAY");
        assertThat(all(as("olga"), "/events/" + event + "/check-ins")).hasSize(1);
        assertProblem(
                as("olga")
                        .post(
                                "/events/" + event + "/check-ins/" + UUID.randomUUID() + "/invalidation",
                                "{\"reason\":\"x\"}"),
                404,
                "not-found");
    }

    @Test
    void aCorrectionThatFitsNothingIsRefusedAndLeavesNothing() {
        String event = event();
        String registration = registrations(event, 1).getFirst();
        String session = session(event);
        String before = state();

        assertProblem(
                add(event, UUID.randomUUID().toString(), session, "2024-12-27T09:30:00Z"), 422, "registration-unknown");
        assertProblem(
                add(event, registration, UUID.randomUUID().toString(), "2024-12-27T09:30:00Z"), 422, "session-unknown");
        assertProblem(add(event, registration, session, "2099-12-27T09:30:00Z"), 422, "in-the-future");

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theLogIsPagedAndFilteredAndCannotBeChanged() {
        String event = event();
        var tokens = tokens(event, 2);
        var gate = gate(event);
        for (int i = 0; i < 3; i++) {
            gate.upload(
                    null, tokens.stream().map(t -> gate.item("ENTRY", t, TEN)).toList());
        }
        var all = all(as("olga"), "/events/" + event + "/check-ins");
        String registration = all.get(0).path("registrationId").asText();

        assertThat(all).hasSize(6);
        assertThat(all(as("olga"), "/events/" + event + "/check-ins?registrationId=" + registration))
                .hasSize(3);
        var page = ok(200, as("olga").get("/events/" + event + "/check-ins?limit=4"));
        var rest = ok(
                200,
                as("olga")
                        .get("/events/" + event + "/check-ins?limit=4&cursor="
                                + page.path("next").asText()));
        assertThat(page.path("items").size() + rest.path("items").size()).isEqualTo(6);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> update("update check_in set type = 'EXIT' where event_id = ?", UUID.fromString(event)))
                .hasStackTraceContaining("append-only");
    }

    private java.net.http.HttpResponse<String> add(String event, String registration, String session, String at) {
        return as("olga").post("/events/" + event + "/check-ins/corrections", """
                {"registrationId": "%s", "type": "EXIT", "scope": "SESSION", "sessionId": "%s", "at": "%s",
                 "reason": "left by the stage door"}""".formatted(registration, session, at));
    }

    private JsonNode attendance(String event) {
        return all(as("olga"), "/events/" + event + "/attendance").get(0);
    }
}
