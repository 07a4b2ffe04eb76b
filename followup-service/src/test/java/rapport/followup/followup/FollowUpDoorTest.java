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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class FollowUpDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    private Door maya;
    private Door ben;
    private UUID event;
    private UUID contact;

    @BeforeEach
    void mayaHasASpeakerAmongHerContacts() {
        maya = new Door(base, Tokens.of("maya"));
        ben = new Door(base, Tokens.of("ben"));
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID lopez = world.person("Dr. Lucía López", null, "lopez@clinic.example", "Europe/Madrid");
        world.speaker(lopez, event, "OPEN");
        contact = world.contact(Tokens.subject("maya"), lopez, event, "SPEAKER", false);
    }

    @Test
    void aThankYouIsDueTwoDaysLaterInTheRecipientsMorning() throws Exception {
        var created = maya.post("/followups", prepared(contact, "Thank you for your talk"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var followUp = JSON.readTree(created.body());
        assertThat(followUp.path("state").asText()).isEqualTo("DRAFT");
        assertThat(followUp.path("version").asLong()).isEqualTo(1);
        // The event ends on a Friday in Vienna; Sunday is no working day, so it becomes Monday 08:00 in Madrid.
        assertThat(followUp.path("dueAt").asText()).isEqualTo("2026-11-23T07:00:00Z");
        assertThat(followUp.path("missing")).isEmpty();
        assertThat(created.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(created.headers().firstValue("Location")).isPresent();
        assertThat(created.body()).doesNotContain("lopez@clinic.example");
    }

    @Test
    void whatIsMissingForASpeakerIsListedAndKeepsItFromBeingApproved() throws Exception {
        var created = maya.post("/followups", """
                {"contactId":"%s","purpose":"QUESTION","message":{"subject":"Hello {{name}}","body":"Short."}}
                """.formatted(contact));
        var followUp = JSON.readTree(created.body());

        assertThat(followUp.path("state").asText()).isEqualTo("NEEDS_PREPARATION");
        assertThat(followUp.path("missing").findValuesAsText("code"))
                .containsExactly(
                        "goal-missing", "context-missing", "question-or-offer-missing", "placeholder-unresolved");

        var refused = maya.post(path(followUp) + "/approval", "");
        assertThat(pointers(assertProblem(refused, 422, "not-prepared")))
                .containsExactly(
                        "/preparation/goal", "/preparation/context", "/preparation/question", "/message/subject");
    }

    @Test
    void aMergePatchPreparesItAndNeedsTheVersionThatWasSeen() throws Exception {
        var followUp =
                JSON.readTree(maya.post("/followups", """
                {"contactId":"%s","purpose":"QUESTION","message":{"subject":"Hello","body":"Short."}}
                """.formatted(contact)).body());
        String patch = """
                {"preparation":{"goal":"Learn","context":"Your talk","question":"Which registry?"}}""";

        assertProblem(patch(maya, followUp, patch), 428, "precondition-required");
        assertProblem(patch(maya.with("If-Match", "\"v7\""), followUp, patch), 412, "stale-version");
        var changed = patch(maya.with("If-Match", "\"v1\""), followUp, patch);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(JSON.readTree(changed.body()).path("state").asText()).isEqualTo("DRAFT");
        assertThat(JSON.readTree(changed.body()).path("message").path("subject").asText())
                .isEqualTo("Hello");
        assertThat(changed.headers().firstValue("ETag")).contains("\"v2\"");
        var read = JSON.readTree(maya.get(path(followUp)).body());
        assertThat(read.path("preparation").path("question").asText()).isEqualTo("Which registry?");
        assertThat(read.path("missing")).isEmpty();
    }

    @Test
    void newWordsNeedANewApprovalAndANewDateDoesNot() throws Exception {
        var followUp = JSON.readTree(
                maya.post("/followups", prepared(contact, "Thank you")).body());
        maya.post(path(followUp) + "/approval", "");

        var moved = patch(maya.with("If-Match", "*"), followUp, "{\"schedule\":{\"offsetDays\":9}}");
        assertThat(JSON.readTree(moved.body()).path("state").asText())
                .as(moved.body())
                .isEqualTo("SCHEDULED");

        var rewritten = patch(maya.with("If-Match", "*"), followUp, "{\"message\":{\"subject\":\"Thanks\"}}");
        assertThat(JSON.readTree(rewritten.body()).path("state").asText()).isEqualTo("DRAFT");
        assertThat(JSON.readTree(rewritten.body()).has("nextCheckAt")).isFalse();
    }

    @Test
    void aCancelledOneStaysCancelledAndTheAnswerToALateWishNamesTheStateThatWon() throws Exception {
        var followUp = JSON.readTree(
                maya.post("/followups", prepared(contact, "Thank you")).body());

        var cancelled = maya.post(path(followUp) + "/cancellation", "");
        assertThat(JSON.readTree(cancelled.body()).path("state").asText()).isEqualTo("STOPPED");
        assertThat(maya.post(path(followUp) + "/cancellation", "").statusCode()).isEqualTo(200);

        var late = assertProblem(maya.post(path(followUp) + "/approval", ""), 409, "illegal-transition");
        assertThat(late.path("errors").get(0).path("code").asText()).isEqualTo("STOPPED");
    }

    @Test
    void thePreviewIsTheMessageWithoutTheRecipientsAddress() throws Exception {
        var followUp = JSON.readTree(
                maya.post("/followups", prepared(contact, "Grüße aus Wien")).body());

        var mail = maya.with("Accept", "message/rfc822").get(path(followUp) + "/preview");
        var view = maya.with("Accept", "application/json").get(path(followUp) + "/preview");

        assertThat(mail.statusCode()).as(mail.body()).isEqualTo(200);
        assertThat(mail.body()).contains("=?UTF-8?").contains("via Rapport").doesNotContain("lopez@clinic");
        assertThat(JSON.readTree(view.body()).path("subject").asText()).isEqualTo("Grüße aus Wien");
        assertThat(JSON.readTree(view.body()).path("text").asText()).contains("You met: Young Cardiology Days");
    }

    @Test
    void somebodyElsesIsAsUnknownAsAnInventedOne() throws Exception {
        var followUp = JSON.readTree(
                maya.post("/followups", prepared(contact, "Thank you")).body());

        for (String what : new String[] {"", "/preview", "/why", "/deliveries"}) {
            var foreign = ben.get(path(followUp) + what);
            var invented = ben.get("/followups/" + UUID.randomUUID() + what);
            assertProblem(foreign, 404, "not-found");
            assertThat(withoutTrace(foreign)).isEqualTo(withoutTrace(invented));
        }
        assertProblem(ben.post(path(followUp) + "/approval", ""), 404, "not-found");
        assertProblem(ben.post(path(followUp) + "/cancellation", ""), 404, "not-found");
        assertProblem(ben.post(path(followUp) + "/completion", ""), 404, "not-found");
        assertProblem(patch(ben.with("If-Match", "*"), followUp, "{}"), 404, "not-found");
        assertProblem(ben.post("/followups", prepared(contact, "Not my contact")), 404, "not-found");
        assertThat(new Door(base, (String) null).get(path(followUp)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSameKeyMakesOneFollowUp() throws Exception {
        var keyed = maya.with("Idempotency-Key", UUID.randomUUID().toString());

        String body = prepared(contact, "Thank you");
        var first = keyed.post("/followups", body);
        var second = keyed.post("/followups", body);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aReminderIsDoneByItsOwner() throws Exception {
        var reminder =
                JSON.readTree(maya.post("/followups", """
                {"contactId":"%s","purpose":"KEEP_IN_TOUCH","channel":"MANUAL"}""".formatted(contact)).body());
        assertThat(reminder.path("state").asText()).isEqualTo("DRAFT");

        var approved = JSON.readTree(maya.post(path(reminder) + "/approval", "").body());
        assertThat(approved.path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(approved.has("nextCheckAt")).isFalse();

        var done = JSON.readTree(maya.post(path(reminder) + "/completion", "").body());
        assertThat(done.path("state").asText()).isEqualTo("SENT");
    }

    @Test
    void lineBreaksInASubjectAreRefused() {
        assertProblem(maya.post("/followups", """
                {"contactId":"%s","purpose":"THANK","message":{"subject":"a\\r\\nBcc: x@y.example"}}""".formatted(contact)), 400, "validation");
    }

    @Test
    void throughTheRelayThePreviewShowsNobodysAddress() throws Exception {
        String body = prepared(contact, "Thank you").replace("\"purpose\"", "\"channel\":\"RELAY\",\"purpose\"");
        var followUp = JSON.readTree(maya.post("/followups", body).body());

        var mail = maya.with("Accept", "message/rfc822").get(path(followUp) + "/preview");

        assertThat(mail.statusCode()).as(mail.body()).isEqualTo(200);
        assertThat(mail.body()).contains("<reply+xxx").doesNotContain("maya@", "lopez@clinic");
    }

    @Test
    void pagesAndChangesTellEachFollowUpOnce() throws Exception {
        var owner = Tokens.of("chen");
        var chen = new Door(base, owner);
        UUID peer = world.person("Peer", null, "peer@people.example", "Europe/Berlin");
        UUID known = world.contact(Tokens.subject("chen"), peer, event, "SCANNED", true);
        String start =
                JSON.readTree(chen.get("/followups").body()).path("changes").asText();
        for (int i = 0; i < 5; i++) {
            chen.post("/followups", prepared(known, "Number " + i));
        }

        var first = JSON.readTree(chen.get("/followups?limit=3").body());
        var second = JSON.readTree(
                chen.get("/followups?limit=3&cursor=" + first.path("next").asText())
                        .body());
        assertThat(subjects(first)).containsExactly("Number 4", "Number 3", "Number 2");
        assertThat(subjects(second)).containsExactly("Number 1", "Number 0");
        assertThat(second.path("next").isNull()).isTrue();

        var changed = JSON.readTree(
                chen.get("/followups?limit=4&changedSince=" + start).body());
        var rest = JSON.readTree(
                chen.get("/followups?changedSince=" + changed.path("changes").asText())
                        .body());
        assertThat(subjects(changed)).containsExactly("Number 0", "Number 1", "Number 2", "Number 3");
        assertThat(subjects(rest)).containsExactly("Number 4");
    }

    private static List<String> subjects(JsonNode page) {
        var subjects = new ArrayList<String>();
        page.path("items")
                .forEach(item ->
                        subjects.add(item.path("message").path("subject").asText()));
        return subjects;
    }

    private static HttpResponse<String> patch(Door door, JsonNode followUp, String body) {
        return door.send("PATCH", path(followUp), body, "application/merge-patch+json");
    }

    private static String path(JsonNode followUp) {
        return "/followups/" + followUp.path("id").asText();
    }

    private static String prepared(UUID contact, String subject) {
        return """
                {"contactId":"%s","purpose":"THANK",
                 "preparation":{"goal":"Learn","context":"Your talk","question":"Which registry?"},
                 "message":{"subject":"%s","body":"Dear Dr. López,\\nthank you. %s"}}
                """.formatted(contact, subject, UUID.randomUUID());
    }

    private static String withoutTrace(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).path("detail").asText();
    }
}
