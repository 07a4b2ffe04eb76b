package rapport.followup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class SequenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @Inject
    Successors successors;

    private Door maya;
    private UUID contact;

    @BeforeEach
    void mayaHasASpeakerAmongHerContacts() {
        maya = new Door(base, Tokens.of("maya"));
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID lopez = world.person("Dr. Lucía López", null, "lopez@clinic.example", "Europe/Madrid");
        world.speaker(lopez, event, "OPEN");
        contact = world.contact(Tokens.subject("maya"), lopez, event, "SPEAKER", false);
    }

    @Test
    void aNudgeWaitsBehindTheThankYouAndIsApprovedWithIt() throws Exception {
        var followUp = created();

        assertThat(followUp.path("steps").findValuesAsText("turn")).containsExactly("CURRENT", "LATER");
        var nudge = followUp.path("steps").get(1).path("schedule");
        assertThat(nudge.path("anchor").asText()).isEqualTo("LAST_STEP");
        assertThat(nudge.path("offsetDays").asInt()).isEqualTo(7);
        assertThat(nudge.path("offsetUnit").asText()).isEqualTo("BUSINESS_DAYS");

        var approved = read(maya.post(path(followUp) + "/approval", ""));

        assertThat(approved.path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(approved.path("steps")).allMatch(step -> step.has("approvedAt"));
    }

    @Test
    void theFollowUpGoesOnWithItsNextStepWhenOneWasSent() throws Exception {
        var followUp = created();
        maya.post(path(followUp) + "/approval", "");

        sent(followUp, "2026-11-23T08:30:00Z");

        Awaitility.await().atMost(SOON).until(() -> state(followUp).equals("SCHEDULED"));
        var goesOn = read(maya.get(path(followUp)));
        assertThat(goesOn.path("steps").findValuesAsText("turn")).containsExactly("SENT", "CURRENT");
        assertThat(goesOn.path("steps").get(0).path("sentAt").asText()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(goesOn.path("message").path("subject").asText()).isEqualTo("A reminder");
        // Monday plus seven business days is the Wednesday of next week, at 09:30 in Madrid, if that is still to come.
        assertThat(Instant.parse(goesOn.path("dueAt").asText()))
                .isAfterOrEqualTo(Instant.parse("2026-12-02T08:30:00Z"));
        assertThat(rows.one("select count(*) from turn where follow_up_id = '" + id(followUp) + "'"))
                .isEqualTo("0");
    }

    @Test
    void aStepWhoseWordsAreNotApprovedWaitsForThatWhenItsTurnComes() throws Exception {
        var followUp = created();
        maya.post(path(followUp) + "/approval", "");
        String nudge = followUp.path("steps").get(1).path("id").asText();
        var changed = read(patch("*", path(followUp) + "/steps/" + nudge, """
                {"message":{"body":"Dear Dr. López, other words. %s"}}""".formatted(UUID.randomUUID())));
        assertThat(changed.path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(changed.path("steps").get(1).has("approvedAt")).isFalse();

        sent(followUp, "2026-11-23T08:30:00Z");

        Awaitility.await().atMost(SOON).until(() -> state(followUp).equals("DRAFT"));
        assertThat(rows.one("select send_at from progress where follow_up_id = '" + id(followUp) + "'"))
                .isNull();
        var approved = read(maya.post(path(followUp) + "/approval", ""));
        assertThat(approved.path("state").asText()).isEqualTo("SCHEDULED");
    }

    @Test
    void aReplyThatComesBeforeTheNextStepEndsTheFollowUp() throws Exception {
        var followUp = created();
        maya.post(path(followUp) + "/approval", "");
        rows.update("""
                begin;
                update progress set state = 'SENT', send_at = null, sent_at = now() where follow_up_id = '%1$s';
                update progress set state = 'REPLIED' where follow_up_id = '%1$s';
                commit;
                """.formatted(id(followUp)));

        Awaitility.await().atMost(SOON).until(() -> rows.one(
                        "select count(*) from turn where follow_up_id = '" + id(followUp) + "'")
                .equals("0"));

        assertThat(state(followUp)).isEqualTo("REPLIED");
    }

    @Test
    void stepsAreEditedAgainstTheVersionThatWasSeen() throws Exception {
        var followUp = created();
        String nudge = path(followUp) + "/steps/"
                + followUp.path("steps").get(1).path("id").asText();

        assertProblem(maya.send("DELETE", nudge, "", null), 428, "precondition-required");
        assertProblem(patch("\"v7\"", nudge, "{}"), 412, "stale-version");
        var moved = patch("\"v1\"", nudge, "{\"schedule\":{\"offsetDays\":10,\"offsetUnit\":\"DAYS\"}}");
        assertThat(moved.headers().firstValue("ETag")).contains("\"v2\"");
        assertThat(read(moved)
                        .path("steps")
                        .get(1)
                        .path("schedule")
                        .path("offsetUnit")
                        .asText())
                .isEqualTo("DAYS");

        var removed = maya.with("If-Match", "\"v2\"").send("DELETE", nudge, "", null);
        assertThat(read(removed).path("steps")).hasSize(1);
        assertProblem(maya.with("If-Match", "*").send("DELETE", nudge, "", null), 404, "not-found");
        String only = path(followUp) + "/steps/"
                + followUp.path("steps").get(0).path("id").asText();
        assertProblem(maya.with("If-Match", "*").send("DELETE", only, "", null), 422, "last-step");
    }

    @Test
    void whatALaterStepLacksIsToldWhereItStands() throws Exception {
        var followUp = created();
        var added = maya.post(path(followUp) + "/steps", "{\"message\":{\"subject\":\"Hi {{name}}\"}}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);

        var refused = assertProblem(maya.post(path(followUp) + "/approval", ""), 422, "not-prepared");

        assertThat(pointers(refused)).containsExactly("/steps/2/message/body", "/steps/2/message/subject", "/steps");
    }

    @Test
    void whatWasSentCannotBeChangedAndAStoppedOneTakesNoSteps() throws Exception {
        var followUp = created();
        maya.post(path(followUp) + "/approval", "");
        sent(followUp, "2026-11-23T08:30:00Z");
        Awaitility.await().atMost(SOON).until(() -> state(followUp).equals("SCHEDULED"));
        String first = path(followUp) + "/steps/"
                + followUp.path("steps").get(0).path("id").asText();

        assertProblem(patch("*", first, "{\"message\":{\"subject\":\"Other\"}}"), 409, "illegal-transition");
        maya.post(path(followUp) + "/cancellation", "");
        var refused = assertProblem(maya.post(path(followUp) + "/steps", "{}"), 409, "illegal-transition");
        assertThat(refused.path("errors").get(0).path("code").asText()).isEqualTo("STOPPED");
    }

    @Test
    void aStepThatIsAddedToASentFollowUpGoesOnWithIt() throws Exception {
        var followUp = created();
        String nudge = followUp.path("steps").get(1).path("id").asText();
        maya.with("If-Match", "*").send("DELETE", path(followUp) + "/steps/" + nudge, "", null);
        maya.post(path(followUp) + "/approval", "");
        sent(followUp, "2026-11-23T08:30:00Z");

        var added = read(maya.post(path(followUp) + "/steps", """
                {"message":{"subject":"One more thing","body":"Dear Dr. López, %s"}}""".formatted(UUID.randomUUID())));

        assertThat(added.path("state").asText()).isEqualTo("DRAFT");
        assertThat(added.path("steps").findValuesAsText("turn")).containsExactly("SENT", "CURRENT");
    }

    @Test
    void aThirdMessageAboutOneEventIsRefusedBeforeAnybodyWaitsForIt() throws Exception {
        maya.post(path(created()) + "/approval", "");
        var third = read(maya.post("/followups", """
                {"contactId":"%s","purpose":"SHARE",
                 "preparation":{"goal":"Share","context":"Your talk","offer":"Our data"},
                 "message":{"subject":"Data","body":"Dear Dr. López, %s"}}""".formatted(contact, UUID.randomUUID())));

        assertThat(third.path("state").asText()).isEqualTo("NEEDS_PREPARATION");
        var refused = assertProblem(maya.post(path(third) + "/approval", ""), 422, "not-prepared");
        assertThat(refused.path("errors").get(0).path("code").asText()).isEqualTo("too-many-for-event");

        maya.post(
                path(read(maya.get("/followups?contactId=" + contact))
                                .path("items")
                                .get(1)) + "/cancellation",
                "");
        assertThat(read(maya.post(path(third) + "/approval", "")).path("state").asText())
                .isEqualTo("SCHEDULED");
    }

    @Test
    void manyReplicasBeginEachStepOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID peer = world.person("Peer", null, UUID.randomUUID() + "@people.example", "Europe/Madrid");
            contact = world.contact(
                    Tokens.subject("maya"), peer, world.event(Instant.parse("2026-11-20T17:00:00Z")), "SCANNED", true);
            var followUp = created();
            maya.post(path(followUp) + "/approval", "");
            ids.add("'" + id(followUp) + "'");
        }
        String these = " where follow_up_id in (" + String.join(",", ids) + ")";
        rows.update("update progress set state = 'SENT', send_at = null, sent_at = now(), version = 100" + these);

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                replicas.submit(() -> {
                    while (successors.runOnce() > 0) {
                        Thread.onSpinWait();
                    }
                    return null;
                });
            }
        }

        Awaitility.await().atMost(SOON).until(() -> rows.all("select distinct state from progress" + these)
                .equals(List.of("SCHEDULED")));
        assertThat(rows.all("select distinct version from progress" + these)).containsExactly("101");
    }

    @Test
    void whatTheGatesSentBackNeedsANewApprovalAndCanHaveIt() throws Exception {
        var followUp = created();
        maya.post(path(followUp) + "/approval", "");
        rows.update("update progress set state = 'NEEDS_PREPARATION', send_at = null where follow_up_id = '"
                + id(followUp) + "'");

        var moved = read(patch("*", path(followUp), "{\"schedule\":{\"offsetDays\":9}}"));
        assertThat(moved.path("state").asText()).isEqualTo("DRAFT");
        assertThat(moved.has("nextCheckAt")).isFalse();

        var approved = read(maya.post(path(followUp) + "/approval", ""));
        assertThat(approved.path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(approved.has("nextCheckAt")).isTrue();
    }

    @Test
    void theFirstStepHasNoStepBeforeIt() {
        assertProblem(maya.post("/followups", """
                {"contactId":"%s","purpose":"THANK","schedule":{"anchor":"LAST_STEP"}}""".formatted(contact)), 422, "anchor-unknown");
    }

    /** As a dispatcher writes it. */
    private void sent(JsonNode followUp, String at) {
        rows.update("""
                update progress set state = 'SENT', send_at = null, sent_at = '%s', version = version + 1
                where  follow_up_id = '%s'
                """.formatted(at, id(followUp)));
    }

    private JsonNode created() throws Exception {
        return read(maya.post("/followups", """
                {"contactId":"%s","purpose":"THANK",
                 "preparation":{"goal":"Learn","context":"Your talk","question":"Which registry?"},
                 "message":{"subject":"Thank you","body":"Dear Dr. López,\\nthank you. %s"},
                 "steps":[{"message":{"subject":"A reminder","body":"Dear Dr. López,\\nhave you read it? %s"}}]}
                """.formatted(contact, UUID.randomUUID(), UUID.randomUUID())));
    }

    private HttpResponse<String> patch(String ifMatch, String path, String body) {
        return maya.with("If-Match", ifMatch).send("PATCH", path, body, "application/merge-patch+json");
    }

    private String state(JsonNode followUp) {
        return rows.state(UUID.fromString(id(followUp)));
    }

    private static String id(JsonNode followUp) {
        return followUp.path("id").asText();
    }

    private static String path(JsonNode followUp) {
        return "/followups/" + id(followUp);
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
