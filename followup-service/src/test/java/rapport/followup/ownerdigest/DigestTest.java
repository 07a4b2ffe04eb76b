package rapport.followup.ownerdigest;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.mail.Submission;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class DigestTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Far ahead, so that the service's own upkeep finds nothing to do. */
    private static final Instant MORNING = Instant.parse("2031-03-03T06:30:00Z");

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters rows;

    @Inject
    Digests digests;

    @Inject
    DigestMail mail;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private String subject;
    private Door owner;

    @BeforeEach
    void anOwnerWhoWantsToBeToldEveryMorning() {
        rows.update("truncate digest_delivery, digest_setting");
        subject = UUID.randomUUID().toString();
        owner = new Door(
                base,
                Tokens.with(
                        "maya", Map.of("sub", subject, "email", subject + "@people.example", "email_verified", true)));
        assertThat(set("DAILY").statusCode()).isEqualTo(200);
        rows.update("update digest_setting set next_at = '%s'".formatted(MORNING));
    }

    @Test
    void whatNeedsTheOwnerIsToldOnceAWindow() throws Exception {
        draft();

        round(MORNING, new Submission.Accepted(250));
        round(MORNING.plusSeconds(60), new Submission.Accepted(250));

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst())
                .contains(subject + "@people.example", "Auto-Submitted: auto-generated", "needs you")
                .doesNotContain("noor@people.example", "Noor");
        assertThat(rows.all("select state from digest_delivery")).containsExactly("SENT");
        assertThat(rows.one("select next_at from digest_setting")).startsWith("2031-03-04 06:30");

        round(MORNING.plus(Duration.ofDays(1)), new Submission.Accepted(250));
        assertThat(sent).hasSize(2);
    }

    @Test
    void anEmptyOneIsNeverSent() throws Exception {
        round(MORNING, new Submission.Accepted(250));

        assertThat(sent).isEmpty();
        assertThat(rows.all("select state from digest_delivery")).isEmpty();
        assertThat(rows.one("select next_at from digest_setting")).startsWith("2031-03-04 06:30");
    }

    @Test
    void aWindowThatWasToldIsNotToldAgainWhenTheOwnerChangesTheHour() throws Exception {
        draft();
        round(MORNING, new Submission.Accepted(250));

        rows.update("update digest_setting set local_time = '09:00', next_at = '2031-03-03T08:00:00Z'");
        round(Instant.parse("2031-03-03T08:00:00Z"), new Submission.Accepted(250));

        assertThat(sent).hasSize(1);
    }

    @Test
    void whatWasSurelyNotDeliveredIsTriedAgainAndWhatPerhapsWasIsNot() throws Exception {
        draft();
        round(MORNING, new Submission.NotDelivered(451, "deferred"));
        assertThat(rows.all("select state from digest_delivery")).containsExactly("RETRY");

        round(MORNING.plus(Duration.ofMinutes(30)), new Submission.Unknown("unanswered"));
        assertThat(rows.all("select state from digest_delivery")).containsExactly("UNCERTAIN");
        round(MORNING.plus(Duration.ofHours(5)), new Submission.Accepted(250));

        assertThat(sent).hasSize(2);
        assertThat(messageId(sent.get(0))).isEqualTo(messageId(sent.get(1)));
    }

    @Test
    void aClaimThatNobodyFinishedIsNotSentAgain() throws Exception {
        draft();
        round(MORNING, new Submission.Accepted(250));
        rows.update("update digest_delivery set state = 'SENDING', finished_at = null");

        round(MORNING.plus(Duration.ofHours(1)), new Submission.Accepted(250));

        assertThat(rows.all("select state from digest_delivery")).containsExactly("UNCERTAIN");
        assertThat(sent).hasSize(1);
    }

    @Test
    void theWishIsItsOwnersAndCanBeTakenBack() throws Exception {
        var mine = JSON.readTree(owner.get("/me/digest").body());
        assertThat(mine.path("frequency").asText()).isEqualTo("DAILY");
        assertThat(mine.path("at").asText()).isEqualTo("07:30");
        assertThat(owner.get("/me/digest").body()).doesNotContain("@people.example");

        assertProblem(
                owner.with("If-Match", "\"v9\"").send("PUT", "/me/digest", body("WEEKLY"), "application/json"),
                412,
                "stale-version");
        assertProblem(
                owner.send("PUT", "/me/digest", "{\"frequency\":\"DAILY\",\"zone\":\"Mars/Base\"}", "application/json"),
                400,
                "validation");
        assertThat(owner.send("DELETE", "/me/digest", "", null).statusCode()).isEqualTo(204);
        assertProblem(owner.get("/me/digest"), 404, "not-found");
    }

    @Test
    void whatNeedsTheOwnerIsListedUnlessItIsSnoozed() throws Exception {
        String id = draft();
        assertThat(JSON.readTree(owner.get("/me/attention").body())
                        .path("items")
                        .findValuesAsText("need"))
                .containsExactly("APPROVE");

        String until = Instant.now().plus(Duration.ofDays(3)).toString();
        var snoozed =
                owner.send("PUT", "/followups/" + id + "/snooze", "{\"at\":\"" + until + "\"}", "application/json");

        assertThat(snoozed.statusCode()).as(snoozed.body()).isEqualTo(200);
        assertThat(JSON.readTree(snoozed.body()).path("snoozedUntil").asText()).startsWith(until.substring(0, 19));
        assertThat(JSON.readTree(owner.get("/me/attention").body()).path("items"))
                .isEmpty();
        var approved =
                JSON.readTree(owner.post("/followups/" + id + "/approval", "").body());
        assertThat(Instant.parse(approved.path("nextCheckAt").asText()))
                .isAfterOrEqualTo(Instant.parse(until).minusSeconds(1));
        owner.send("DELETE", "/followups/" + id + "/snooze", "", null);
        assertThat(Instant.parse(JSON.readTree(owner.get("/followups/" + id).body())
                        .path("nextCheckAt")
                        .asText()))
                .isNotEqualTo(Instant.parse(approved.path("nextCheckAt").asText()));
    }

    @Test
    void aMissingReplyNeedsTheOwnerFromThatDayOn() throws Exception {
        String id = draft();
        owner.post("/followups/" + id + "/approval", "");
        rows.update("update progress set state = 'SENT', send_at = null, sent_at = now() where follow_up_id = '" + id
                + "'");
        assertProblem(
                owner.send(
                        "PUT",
                        "/followups/" + id + "/no-reply-by",
                        "{\"at\":\"2020-01-01T00:00:00Z\"}",
                        "application/json"),
                422,
                "not-ahead");
        String by = Instant.now().plus(Duration.ofDays(10)).toString();
        owner.send("PUT", "/followups/" + id + "/no-reply-by", "{\"at\":\"" + by + "\"}", "application/json");
        assertThat(JSON.readTree(owner.get("/me/attention").body()).path("items"))
                .isEmpty();

        rows.update("update follow_up set no_reply_by = now() - interval '1 minute' where id = '" + id + "'");

        assertThat(JSON.readTree(owner.get("/me/attention").body())
                        .path("items")
                        .findValuesAsText("need"))
                .containsExactly("NO_REPLY");
        rows.update("update progress set state = 'REPLIED' where follow_up_id = '" + id + "'");
        assertThat(JSON.readTree(owner.get("/me/attention").body()).path("items"))
                .isEmpty();
    }

    private void round(Instant now, Submission outcome) throws SQLException {
        digests.runOnce(now, new Outgoing(mail, (address, message) -> {
            sent.add(new String(message, java.nio.charset.StandardCharsets.UTF_8));
            return outcome;
        }));
    }

    private String draft() throws Exception {
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID noor = world.person("Noor", null, "noor@people.example", "Europe/Vienna");
        UUID contact = world.contact(subject, noor, event, "SCANNED", true);
        HttpResponse<String> answer = owner.post("/followups", """
                {"contactId":"%s","purpose":"THANK","message":{"subject":"Thank you","body":"Dear Noor. %s"}}
                """.formatted(contact, UUID.randomUUID()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode created = JSON.readTree(answer.body());
        return created.path("id").asText();
    }

    private HttpResponse<String> set(String frequency) {
        return owner.send("PUT", "/me/digest", body(frequency), "application/json");
    }

    private static String body(String frequency) {
        return "{\"frequency\":\"" + frequency + "\",\"zone\":\"Europe/Vienna\"}";
    }

    private static String messageId(String raw) {
        return raw.lines()
                .filter(line -> line.startsWith("Message-ID"))
                .findFirst()
                .orElseThrow();
    }
}
