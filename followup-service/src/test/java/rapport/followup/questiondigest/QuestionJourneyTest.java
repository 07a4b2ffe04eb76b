package rapport.followup.questiondigest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.projection.SessionFeed;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.Sending;
import rapport.followup.testing.SignedMail;
import rapport.followup.testing.World;
import rapport.kit.id.Ids;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;
import rapport.stack.parts.Mail;
import rapport.stack.parts.Parts;

/** Questions to a speaker from asking to being told, with everything that sends running. */
@QuarkusTest
@TestProfile(Sending.class)
@WithTestResource(RealParts.class)
class QuestionJourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern LINK = Pattern.compile("/api/followup(/answers/[0-9a-v]+)");

    /** Somebody with an account and a mailbox. */
    private record Asker(Door door, String address) {}

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    SessionFeed sessions;

    private Door anybody;
    private Asker maya;
    private Asker ben;
    private UUID speaker;
    private UUID session;
    private String speakersAddress;
    private UUID lopez;

    @BeforeEach
    void twoPeopleHeardASpeaker() {
        anybody = new Door(base, (String) null);
        maya = asker("Maya Haddad");
        ben = asker("Ben Adler");
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        speakersAddress = UUID.randomUUID() + "@clinic.example";
        lopez = world.person("Dr. Lucía López", null, speakersAddress, "Europe/Madrid");
        letters.boundary(lopez, "BY_REQUEST", 5);
        world.speaker(lopez, event, "BY_REQUEST");
        speaker = UUID.fromString(letters.one("select speaker_id from speaker where person_id = '" + lopez + "'"));
        session = Ids.next();
        world.tell(
                sessions,
                "session.changed.v1",
                session,
                1,
                Map.of("sessionId", session, "eventId", event, "title", "Ultrasound", "status", "ACTIVE"));
    }

    @Test
    void questionsAreSentOnceAnsweredOnceAndEachAskerIsTold() throws Exception {
        String first = ask(maya, session, "Which probe do you use?");
        String second = ask(ben, null, "Do you take students?");
        assertThat(read(maya.door().get("/questions/" + first)).path("state").asText())
                .isEqualTo("COLLECTING");

        collect();
        await().atMost(SOON).until(() -> mails(speakersAddress).size() == 1);
        Mail digest = mails(speakersAddress).getFirst();
        assertThat(digest.subject()).isEqualTo("2 questions to you at Young Cardiology Days");
        assertThat(digest.text())
                .contains("Ultrasound\n1. Which probe do you use? (Somebody)"
                        .replace("\n", digest.text().contains("\r\n") ? "\r\n" : "\n"))
                .doesNotContain(maya.address());
        assertThat(digest.headers("List-Unsubscribe")).hasSize(1);
        String page = link(digest);
        assertThat(anybody.get(page).body()).contains("Which probe do you use?").contains("<textarea name=\"answer\"");
        assertThat(read(ben.door().get("/questions/" + second)).path("state").asText())
                .isEqualTo("SENT");

        var answer = anybody.send("POST", page, "answer=The+small+one.&answer=", FORM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var again = anybody.send("POST", page, "answer=Another+one.&answer=Yes", FORM);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(anybody.get(page).body()).isEqualTo(answer.body());

        await().atMost(SOON).until(() -> mails(maya.address()).size() == 1);
        assertThat(mails(maya.address()).getFirst().text())
                .contains("You asked: Which probe do you use?")
                .contains("The small one.")
                .doesNotContain(speakersAddress);
        JsonNode told = read(maya.door().get("/questions/" + first));
        assertThat(told.path("answer").asText()).isEqualTo("The small one.");
        assertThat(told.path("state").asText()).isEqualTo("ANSWERED");
        assertThat(read(ben.door().get("/questions/" + second)).has("answer")).isFalse();
        assertThat(mails(ben.address())).isEmpty();
        await().atMost(SOON).until(() -> letters.all("""
                        select words from letter l join question_digest d on d.id = l.thread_id
                        where  d.person_id = '%s' and l.words is not null""".formatted(lopez)).isEmpty());
        assertThat(mails(speakersAddress)).hasSize(1);
    }

    @Test
    void anAnswerByMailGoesToEverybodyWhoAsked() throws Exception {
        ask(maya, session, "Which probe do you use?");
        ask(ben, session, "How often?");
        collect();
        await().atMost(SOON).until(() -> mails(speakersAddress).size() == 1);
        Mail digest = mails(speakersAddress).getFirst();
        String reply = "From: " + speakersAddress + "\r\nSubject: Re: " + digest.subject() + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@clinic.example>\r\nIn-Reply-To: " + digest.messageId()
                + "\r\n\r\nSee my paper.\r\n\r\nOn Monday, Rapport wrote:\r\n> questions\r\n";

        assertThat(SignedMail.post(anybody, reply.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);

        await().atMost(SOON)
                .until(() -> mails(maya.address()).size() == 1
                        && mails(ben.address()).size() == 1);
        assertThat(mails(ben.address()).getFirst().text())
                .contains("See my paper.")
                .doesNotContain("On Monday");
    }

    @Test
    void afterTheDigestIsSentNoFurtherQuestionComesAndBeforeItOneCanBeTakenBack() throws Exception {
        String first = ask(maya, session, "Which probe do you use?");
        String second = ask(maya, session, "How often?");
        assertThat(maya.door()
                        .send("DELETE", "/questions/" + second, BodyPublishers.noBody(), null)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(
                ben.door().send("DELETE", "/questions/" + first, BodyPublishers.noBody(), null), 404, "not-found");

        collect();
        await().atMost(SOON).until(() -> mails(speakersAddress).size() == 1);

        assertThat(mails(speakersAddress).getFirst().text()).doesNotContain("How often?");
        assertProblem(
                maya.door().send("DELETE", "/questions/" + first, BodyPublishers.noBody(), null),
                409,
                "questions-sent");
        assertProblem(post(ben, session, "One more?"), 409, "questions-sent");
    }

    @Test
    void nobodyAsksMoreThanThreeAndOnlyAboutWhatIsThere() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask(maya, session, "Number " + i);
        }
        assertProblem(post(maya, session, "Number 4"), 422, "too-many-questions");
        assertProblem(post(ben, Ids.next(), "Elsewhere?"), 422, "foreign-session");
        assertThat(read(maya.door().get("/questions?limit=2")).path("items")).hasSize(2);
        String next = read(maya.door().get("/questions?limit=2")).path("next").asText();
        assertThat(read(maya.door().get("/questions?limit=2&cursor=" + next)).path("items"))
                .hasSize(1);
        assertThat(new Door(base, (String) null).get("/questions").statusCode()).isEqualTo(401);
    }

    @Test
    void whoWantsNothingGetsNoQuestions() throws Exception {
        ask(maya, session, "Which probe do you use?");
        letters.update("update boundary set mode = 'CLOSED' where person_id = '" + lopez + "'");

        collect();

        await().atMost(SOON).until(() -> "STOPPED"
                .equals(letters.one("select state from letter where person_id = '" + lopez + "'")));
        assertThat(mails(speakersAddress)).isEmpty();
    }

    @Test
    void anEmptyAnswerIsNone() throws Exception {
        ask(maya, session, "Which probe do you use?");
        collect();
        await().atMost(SOON).until(() -> mails(speakersAddress).size() == 1);
        String page = link(mails(speakersAddress).getFirst());

        for (String form : List.of("answer=", "x=y", "answer=" + "a".repeat(5001), "answer=%00")) {
            assertThat(anybody.send("POST", page, form, FORM).statusCode())
                    .as(form)
                    .isIn(400, 422);
        }
        assertThat(anybody.send("POST", "/answers/abc", "answer=x", FORM).statusCode())
                .isEqualTo(404);
    }

    private String ask(Asker asker, UUID about, String text) throws Exception {
        var answer = post(asker, about, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private HttpResponse<String> post(Asker asker, UUID about, String text) {
        String of = about == null ? "" : "\"sessionId\":\"" + about + "\",";
        return asker.door().post("/questions", "{\"speakerId\":\"%s\",%s\"text\":\"%s\"}".formatted(speaker, of, text));
    }

    /** The hours of collecting are over. */
    private void collect() {
        letters.update("update question_digest set due_at = now() where person_id = '" + lopez + "'");
    }

    private Asker asker(String name) {
        String subject = UUID.randomUUID().toString();
        String address = UUID.randomUUID() + "@people.example";
        world.person(name, subject, address, "Europe/Berlin");
        return new Asker(new Door(base, Tokens.ofSubject(subject, "attendee")), address);
    }

    private static String link(Mail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group(1);
    }

    private static List<Mail> mails(String address) {
        return Parts.shared().mailbox().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
