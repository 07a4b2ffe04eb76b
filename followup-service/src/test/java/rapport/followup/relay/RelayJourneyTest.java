package rapport.followup.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.Sending;
import rapport.followup.testing.SignedMail;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.stack.parts.Mail;
import rapport.stack.parts.Parts;

/** Two people who write to each other and never see each other's address. */
@QuarkusTest
@TestProfile(Sending.class)
@WithTestResource(RealParts.class)
class RelayJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern REPLY_ADDRESS = Pattern.compile("reply\\+[0-9a-v]+@reply\\.rapport\\.example");
    private static final Pattern CARD = Pattern.compile("/api/followup(/requests/[0-9a-v]+)");

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Test
    void aMessageAnAnswerAndAnAnswerToThatPassWithoutAnybodysAddress() {
        var anybody = new Door(base, (String) null);
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        String owner = UUID.randomUUID().toString();
        String ownersAddress = UUID.randomUUID() + "@people.example";
        world.person("Maya Haddad", owner, ownersAddress, "Europe/Berlin");
        String address = UUID.randomUUID() + "@clinic.example";
        UUID lopez = world.person("Dr. Lucía López", null, address, "Europe/Madrid");
        letters.boundary(lopez, "RELAY", 5);
        UUID followUp = letters.due(owner, world.contact(owner, lopez, event, "SPEAKER", false), event);

        // She is asked, and says yes.
        await().atMost(SOON).until(() -> mails(address).size() == 1);
        anybody.send(
                "POST",
                found(CARD, mails(address).getFirst().text(), 1),
                "answer=ACCEPT",
                "application/x-www-form-urlencoded");
        await().atMost(SOON).until(() -> mails(address).size() == 2);
        Mail message = mails(address).get(1);
        assertThat(message.text()).contains("Dear Dr. López");
        assertThat(message.raw()).doesNotContain("@people.example");

        // She answers to the only address she sees.
        answer(anybody, message, address, "Gladly. My number is 42.");
        await().atMost(SOON).until(() -> mails(ownersAddress).size() == 1);
        Mail passedOn = mails(ownersAddress).getFirst();
        assertThat(passedOn.text()).contains("Gladly. My number is 42.").contains("Dr. Lucía López wrote this");
        assertThat(passedOn.raw()).doesNotContain("@clinic.example");
        assertThat(letters.state(followUp)).isEqualTo("REPLIED");

        // And so does the owner.
        answer(anybody, passedOn, ownersAddress, "Thank you, I will call.");
        await().atMost(SOON).until(() -> mails(address).size() == 3);
        Mail back = mails(address).get(2);
        assertThat(back.text()).contains("Thank you, I will call.");
        assertThat(back.raw()).doesNotContain("@people.example");
        await().atMost(SOON).until(() -> letters.all(
                        "select words from letter where thread_id = '" + followUp + "' and words is not null")
                .isEmpty());
    }

    private static void answer(Door door, Mail mail, String from, String words) {
        String to = found(REPLY_ADDRESS, String.join(" ", mail.headers("Reply-To")), 0);
        String reply = "From: <" + from + ">\r\nTo: " + to + "\r\nSubject: Re: " + mail.subject() + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@mail.example>\r\nIn-Reply-To: " + mail.messageId() + "\r\n\r\n" + words
                + "\r\n\r\nOn Monday <" + from + "> wrote:\r\n> from " + from + "\r\n";
        assertThat(SignedMail.post(door, reply.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(204);
    }

    private static String found(Pattern pattern, String text, int group) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group);
    }

    private static List<Mail> mails(String address) {
        return Parts.shared().mailbox().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
    }
}
