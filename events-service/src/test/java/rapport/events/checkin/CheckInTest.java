package rapport.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.kit.token.OpaqueTokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class CheckInTest extends CheckInDesk {
    private static final Instant NINE = Instant.parse("2024-12-27T09:00:00Z");

    @ConfigProperty(name = "rapport.token-key")
    String key;

    @Test
    void aBadgeOpensTheDoorOnceAndTheSameCheckInIsStoredOnce() {
        String event = event();
        String token = tokens(event, 1).getFirst();
        var gate = gate(event);
        var entry = gate.item("ENTRY", token, NINE);

        var recorded = ok(201, gate.send(entry));

        assertThat(recorded.path("outcome").asText()).isEqualTo("RECORDED");
        assertThat(recorded.path("registrationId").asText())
                .isEqualTo(text("select registration_id from badge where event_id = ?", UUID.fromString(event)));
        assertThat(ok(200, gate.send(entry)).path("outcome").asText()).isEqualTo("REPLAY");
        assertThat(ok(200, gate.send(gate.item("ENTRY", token, NINE.plusSeconds(60))))
                        .path("outcome")
                        .asText())
                .isEqualTo("ALREADY_IN");
        assertThat(ok(201, gate.send(gate.item("EXIT", token, NINE.plusSeconds(120))))
                        .path("outcome")
                        .asText())
                .isEqualTo("RECORDED");
        assertThat(ok(200, gate.send(gate.item("EXIT", token, NINE.plusSeconds(180))))
                        .path("outcome")
                        .asText())
                .isEqualTo("NOT_IN");
        assertThat(logged(event)).isEqualTo(4);
    }

    @Test
    void anotherCheckInUnderTheSameIdIsRefused() {
        String event = event();
        var tokens = tokens(event, 2);
        var gate = gate(event);
        var entry = gate.item("ENTRY", tokens.get(0), NINE);
        ok(201, gate.send(entry));

        assertProblem(gate.send(entry.deepCopy().put("token", tokens.get(1))), 409, "scan-id-reused");

        assertThat(logged(event)).isEqualTo(1);
    }

    @Test
    void fiftyParallelEqualCheckInsLeaveOneRow() throws Exception {
        String event = event();
        var gate = gate(event);
        var entry = gate.item("ENTRY", tokens(event, 1).getFirst(), NINE);
        var unknown = gate.item("ENTRY", unknownToken(), NINE);

        try (var phones = Executors.newFixedThreadPool(50)) {
            for (JsonNode item : List.of(entry, unknown)) {
                List<Callable<Integer>> calls = IntStream.range(0, 50)
                        .<Callable<Integer>>mapToObj(i -> () -> i % 2 == 0
                                ? gate.send(item).statusCode()
                                : gate.post(null, List.of(item)).statusCode())
                        .toList();
                for (var status : phones.invokeAll(calls)) {
                    assertThat(status.get()).isBetween(200, 202);
                }
            }
        }

        assertThat(logged(event)).isEqualTo(2);
    }

    @Test
    void anUploadAnswersPerItemAndOneFaultIsNoOtherItemsBusiness() {
        String event = event();
        var tokens = tokens(event, 2);
        var gate = gate(event);
        var good = gate.item("ENTRY", tokens.get(0), NINE);
        var malformed = gate.item("ENTRY", tokens.get(1), NINE).put("scope", "SESSION");
        var garbage = gate.item("ENTRY", "RB1-GARBAGE", NINE);
        var url = gate.item("ENTRY", "https://evil.example/", NINE);

        var answers = gate.upload(null, List.of(good, malformed, good, garbage, url));

        assertThat(answers)
                .extracting(Gate::outcome)
                .containsExactly("RECORDED", "REJECTED", "REPLAY", "REJECTED", "REJECTED");
        assertThat(answers.get(1).path("errors").get(0).path("pointer").asText())
                .isEqualTo("/sessionId");
        assertThat(answers.get(3).path("code").asText()).isEqualTo("badge-not-accepted");
        assertThat(answers.get(4).path("errors").get(0).path("pointer").asText())
                .isEqualTo("/token");
        assertThat(logged(event)).isEqualTo(1);
    }

    @Test
    void badgesThatAreNotAcceptedLookAlikeFromOutsideAndStaffSeesWhy() {
        String event = event();
        var tokens = tokens(event, 2);
        String foreign = tokens(event(), 1).getFirst();
        var badges = all(as("olga"), "/events/" + event + "/badges?tokens=true");
        ok(200, as("olga").send("POST", "/badges/" + id(badges.get(0)) + "/revocation", "", null));
        ok(
                200,
                as("olga")
                        .send(
                                "POST",
                                "/events/" + event + "/registrations/"
                                        + badges.get(1).path("registrationId").asText() + "/cancellation",
                                "",
                                null));
        var gate = gate(event);
        String before = state();

        for (var expected : List.of(
                List.of("RB1-00000000000000000000000000000000", "not-of-this-event"),
                List.of(foreign, "not-of-this-event"),
                List.of(badges.get(0).path("token").asText(), "revoked"),
                List.of(badges.get(1).path("token").asText(), "not-confirmed"))) {
            var item = gate.item("ENTRY", expected.get(0), NINE);

            var problem = assertProblem(gate.send(item), 404, "badge-not-accepted");

            assertThat(problem.path("detail").asText()).isEqualTo("This badge is not accepted.");
            assertThat(problem.path("errors").get(0).path("code").asText()).isEqualTo(expected.get(1));
            var answer = gate.upload(null, List.of(item)).getFirst();
            assertThat(answer.path("code").asText()).isEqualTo("badge-not-accepted");
            assertThat(answer.path("errors").get(0).path("code").asText()).isEqualTo(expected.get(1));
        }
        assertThat(state()).isEqualTo(before);
        assertThat(tokens).hasSize(2);
    }

    @Test
    void whatAGateReadBeforeARevocationCountsWhenItsClockWasMeasured() {
        String event = event();
        tokens(event, 1);
        var badge = all(as("olga"), "/events/" + event + "/badges?tokens=true").get(0);
        ok(200, as("olga").send("POST", "/badges/" + id(badge) + "/revocation", "", null));
        var gate = gate(event);
        String token = badge.path("token").asText();
        Instant now = Instant.parse(text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"));

        var answers = gate.upload(
                now,
                List.of(
                        gate.item("ENTRY", token, now.minus(Duration.ofHours(1))),
                        gate.item("EXIT", token, now.minus(Duration.ofMinutes(1)))));

        assertThat(answers).extracting(Gate::outcome).containsExactly("RECORDED", "REJECTED");
        assertThat(Gate.outcome(gate.upload(null, List.of(gate.item("EXIT", token, now.minus(Duration.ofHours(1)))))
                        .getFirst()))
                .isEqualTo("REJECTED");
    }

    @Test
    void anUnknownBadgeIsKeptAndCountsAsSoonAsItAppears() {
        String event = event();
        byte[] seed = new byte[16];
        new java.util.Random(7).nextBytes(seed);
        seed[0] = (byte) System.nanoTime();
        String token = new OpaqueTokens(Base64.getDecoder().decode(key), "RB1-").issue(seed);
        var gate = gate(event);
        var entry = gate.item("ENTRY", token, NINE);

        assertThat(ok(202, gate.send(entry)).path("outcome").asText()).isEqualTo("PENDING_UNKNOWN");
        assertThat(ok(200, gate.send(entry)).path("outcome").asText()).isEqualTo("REPLAY");
        String registration = registrations(event, 1).getFirst();
        update("""
                insert into badge (id, event_id, registration_id, person_id, seed, token_hash, status, created_at)
                select uuidv7(), event_id, id, person_id, ?, ?, 'ACTIVE', now() from registration where id = ?
                """, seed, OpaqueTokens.hash(token), UUID.fromString(registration));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> registration.equals(
                        text("select registration_id from check_in where scan_id = ?", Gate.scanId(entry))));
        assertThat(ok(200, gate.send(gate.item("ENTRY", token, NINE.plusSeconds(60))))
                        .path("outcome")
                        .asText())
                .isEqualTo("ALREADY_IN");
    }

    @Test
    void aWrongClockIsCorrectedAndFlaggedAndNeverRefused() {
        String event = event();
        var tokens = tokens(event, 6);
        Instant now = Instant.parse(text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"));
        List<Duration> wrong = List.of(
                Duration.ZERO,
                Duration.ofMinutes(4),
                Duration.ofMinutes(-4),
                Duration.ofHours(2),
                Duration.between(now, Instant.EPOCH.plusSeconds(600)),
                Duration.ofDays(3652));
        var gate = gate(event);
        var measured = new ArrayList<JsonNode>();
        for (int i = 0; i < wrong.size(); i++) {
            Instant shown = now.minus(Duration.ofMinutes(9)).plus(wrong.get(i));
            measured.addAll(gate.upload(now.plus(wrong.get(i)), List.of(gate.item("ENTRY", tokens.get(i), shown))));
        }
        var unmeasured = IntStream.range(0, wrong.size())
                .mapToObj(i -> gate.item("ENTRY", tokens.get(i), now.plus(wrong.get(i))))
                .toList();

        assertThat(measured).extracting(Gate::outcome).containsOnly("RECORDED");
        assertThat(measured)
                .extracting(answer -> answer.path("clockCorrected").asBoolean())
                .containsExactly(false, false, false, true, true, true);
        assertThat(rows(
                        """
                select abs(extract(epoch from effective_at - ?))::int <= 300 as near
                from   check_in
                where  event_id = ?
                """,
                        OffsetDateTime.ofInstant(now.minus(Duration.ofMinutes(9)), ZoneOffset.UTC),
                        UUID.fromString(event)))
                .hasSize(6)
                .allMatch(row -> row.get("near").equals("t"));
        assertThat(gate.upload(null, unmeasured)).extracting(Gate::outcome).doesNotContain("REJECTED");
    }

    @Test
    void onlyStaffChecksIn() {
        String event = event();
        var entry = gate(event).item("ENTRY", tokens(event, 1).getFirst(), NINE);
        var ben = new Gate(as("ben"), event, "gate-1", null);
        assertProblem(ben.send(entry), 404, "not-found");
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + event + "/staff/" + Tokens.subject("ben"),
                                "{\"role\":\"SCANNER\"}",
                                "application/json"));

        assertThat(ok(201, ben.send(entry)).path("outcome").asText()).isEqualTo("RECORDED");
        assertThat(text("select actor from check_in where event_id = ?", UUID.fromString(event)))
                .isEqualTo(Tokens.subject("ben"));
    }

    @Test
    void aSessionOfAnotherEventIsNoDoor() {
        String event = event();
        String foreign = session(event());
        var gate = new Gate(as("olga"), event, "gate-1", foreign);
        var entry = gate.item("ENTRY", tokens(event, 1).getFirst(), NINE);

        assertProblem(gate.send(entry), 422, "session-unknown");

        assertThat(logged(event)).isZero();
    }

    @Test
    void whoTriesOutTokensIsStoppedAndNobodyElse() {
        String event = event();
        String subject = "thief-" + UUID.randomUUID();
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + event + "/staff/" + subject,
                                "{\"role\":\"SCANNER\"}",
                                "application/json"));
        var thief = new Gate(
                new rapport.kit.testing.Door(base, Tokens.ofSubject(subject, "attendee")), event, "gate-1", null);
        var guesses = IntStream.range(0, 500)
                .mapToObj(i -> thief.item("ENTRY", "RB1-" + i, NINE))
                .toList();
        assertThat(thief.upload(null, guesses)).hasSize(500);
        assertThat(thief.upload(null, guesses)).hasSize(500);

        var stopped = thief.send(guesses.getFirst());

        assertProblem(stopped, 429, "too-many-misses");
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(ok(
                                201,
                                gate(event)
                                        .send(gate(event)
                                                .item("ENTRY", tokens(event, 1).getFirst(), NINE)))
                        .path("outcome")
                        .asText())
                .isEqualTo("RECORDED");
    }

    private String unknownToken() {
        byte[] seed = new byte[16];
        new java.security.SecureRandom().nextBytes(seed);
        return new OpaqueTokens(Base64.getDecoder().decode(key), "RB1-").issue(seed);
    }
}
