package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;
import rapport.stack.mail.Replies;
import rapport.stack.parts.Mail;

/** What recipients do with a message, through the gateway and the mail listener. */
@ExtendWith(PlatformOfTheRun.class)
class UnsubscribeSystemTest {
    private static final String ORGANIZER = "olga";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String STOPPED = "select count(*) from suppression where length(sender_hash) = 32";

    private final Platform platform;
    private final String owner = "owner-" + UUID.randomUUID();
    private final String speaker = "speaker-" + UUID.randomUUID();
    private Lecture lecture;

    UnsubscribeSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aLinkScannerChangesNothingAndOneClickTwiceGivesTheSameAnswer() throws Exception {
        try (var api = new Api(platform.stack().url(), this::token);
                var client = HttpClient.newHttpClient()) {
            String contact = contact(api);
            delivered(api, contact, "Thank you for your talk");
            Mail mail = mails().getFirst();
            String header = mail.headers("List-Unsubscribe").getFirst();
            var link = URI.create(header.substring(1, header.length() - 1));
            long stoppedBefore = platform.count("followup", STOPPED);
            assertThat(mail.headers("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(mail.raw()).contains("multipart/alternative").doesNotContain("<img");

            for (int i = 0; i < 3; i++) {
                var scanned = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
                assertThat(scanned.statusCode()).as(scanned.body()).isEqualTo(200);
            }
            assertThat(platform.count("followup", STOPPED)).isEqualTo(stoppedBefore);

            var first = oneClick(client, link);
            var second = oneClick(client, link);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(platform.count("followup", STOPPED)).isGreaterThan(stoppedBefore);

            String late = approved(contact, "One more question");
            await().atMost(LONG_ENOUGH).until(() -> state(api, late).equals("STOPPED"));
            assertThat(mails()).hasSize(1);
        }
    }

    @Test
    void anAnswerFromTheMailboxReachesTheFollowUp() throws SQLException {
        try (var api = new Api(platform.stack().url(), this::token)) {
            String followUp = delivered(api, contact(api), "Thank you for your talk");

            Replies.to(platform.stack().config().ports().inbound()).answer(mails().getFirst(), "Gladly.");

            await().atMost(LONG_ENOUGH).until(() -> state(api, followUp).equals("REPLIED"));
            assertThat(platform.count("followup", "select count(*) from letter where words is not null"))
                    .isZero();
        }
    }

    private String delivered(Api api, String contact, String subject) {
        String followUp = approved(contact, subject);
        await().atMost(LONG_ENOUGH).until(() -> state(api, followUp).equals("SENT"));
        await().atMost(LONG_ENOUGH).until(() -> !mails().isEmpty());
        return followUp;
    }

    private String approved(String contact, String subject) {
        String draft = lecture.drafted(owner, contact, subject);
        lecture.approve(owner, draft);
        return draft;
    }

    /** A speaker who can be written to at any hour, among the owner's contacts. */
    private String contact(Api api) {
        lecture = Lecture.by(api, speaker);
        return lecture.contactOf(owner);
    }

    private String state(Api api, String followUp) {
        return api.get(owner, "/api/followup/followups/" + followUp)
                .expect(200)
                .body()
                .path("state")
                .asText();
    }

    private List<Mail> mails() {
        return platform.stack().mailbox().messages().stream()
                .filter(mail -> mail.recipient().equals(speaker + "@example.org"))
                .toList();
    }

    /** As a mail program posts it (RFC 8058). */
    private static HttpResponse<String> oneClick(HttpClient client, URI link) throws Exception {
        var request = HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String token(String person) {
        return person.equals(ORGANIZER) ? platform.stack().token(person) : platform.newcomer(person);
    }
}
