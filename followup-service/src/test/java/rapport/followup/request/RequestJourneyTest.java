package rapport.followup.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.Sending;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.stack.parts.Mail;
import rapport.stack.parts.Parts;

/** Somebody who wants to be asked first, with everything that sends running. */
@QuarkusTest
@TestProfile(Sending.class)
@WithTestResource(RealParts.class)
class RequestJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern LINK = Pattern.compile("/api/followup(/requests/[0-9a-v]+)");

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    private Door anybody;
    private UUID event;
    private UUID lopez;
    private String address;

    @BeforeEach
    void aSpeakerWantsToBeAsked() {
        anybody = new Door(base, (String) null);
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        address = UUID.randomUUID() + "@clinic.example";
        lopez = world.person("Dr. Lucía López", null, address, "Europe/Madrid");
        letters.boundary(lopez, "BY_REQUEST", 5);
    }

    @Test
    void oneClickLetsThisSenderThroughAndNobodyElse() {
        UUID mayas = due("maya");
        String card = card("maya");

        assertThat(anybody.get(card).statusCode()).isEqualTo(200);
        assertThat(letters.one(
                        "select answer from contact_request where owner = 'maya' and person_id = '" + lopez + "'"))
                .isEqualTo("NONE");
        assertThat(letters.state(mayas)).isEqualTo("HELD");
        assertThat(letters.reason(mayas)).isEqualTo("by-request-only");

        var answer = anybody.send("POST", card, "answer=ACCEPT", FORM);
        assertThat(answer.body()).contains("The message of Maya Haddad comes");
        assertThat(anybody.send("POST", card, "answer=ACCEPT", FORM).body()).isEqualTo(answer.body());

        await().atMost(SOON).until(() -> "SENT".equals(letters.state(mayas)));
        // The card used up a place, too.
        assertThat(letters.one("select count(*) from delivery where state = 'SENT' and recipient = '" + lopez + "'"))
                .isEqualTo("2");
        assertThat(mails()).hasSize(2);
        UUID bens = due("ben");
        await().atMost(SOON).until(() -> "HELD".equals(letters.state(bens)));
        assertThat(letters.reason(bens)).isEqualTo("by-request-only");
    }

    @Test
    void theCardShowsWhatItIsAboutAndNotTheMessageAndItsWordsAreForgotten() {
        due("maya");
        card("maya");

        Mail mail = mails().getFirst();
        assertThat(mail.text())
                .contains("Maya Haddad would like to write to you. You met: Young Cardiology Days.")
                .contains("Thank you")
                .contains("Which registry?")
                .doesNotContain("Dear Dr. López")
                .doesNotContain("maya@people.example");
        assertThat(mail.headers("List-Unsubscribe")).hasSize(1);
        assertThat(mail.headers("Auto-Submitted")).containsExactly("auto-generated");
        await().atMost(SOON).until(() -> letters.all(
                        "select words from letter where person_id = '" + lopez + "' and state = 'SENT'")
                .equals(java.util.Collections.singletonList(null)));
    }

    @Test
    void whoDeclinesIsNotAskedAgainAndTheSenderIsTold() {
        UUID first = due("maya");
        anybody.send("POST", card("maya"), "answer=DECLINE", FORM);

        await().atMost(SOON).until(() -> "STOPPED".equals(letters.state(first)));
        assertThat(letters.reason(first)).isEqualTo("request-declined");
        UUID second = due("maya");
        await().atMost(SOON).until(() -> "STOPPED".equals(letters.state(second)));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void laterHoldsForAMonthAndBlockedIsForEver() {
        UUID mayas = due("maya");
        String card = card("maya");
        anybody.send("POST", card, "answer=LATER", FORM);
        await().atMost(SOON).until(() -> "asked-for-later".equals(letters.reason(mayas)));

        anybody.send("POST", card, "answer=BLOCK", FORM);
        await().atMost(SOON).until(() -> "STOPPED".equals(letters.state(mayas)));
        assertThat(letters.one("select count(*) from suppression where person_id = '" + lopez + "'"))
                .isEqualTo("1");
        assertThat(letters.reason(mayas)).isEqualTo("address-suppressed");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void anythingElseIsNoAnswer() {
        due("maya");
        String card = card("maya");

        assertThat(anybody.send("POST", card, "answer=PERHAPS", FORM).statusCode())
                .isEqualTo(422);
        assertThat(anybody.send("POST", "/requests/abc", "answer=ACCEPT", FORM).statusCode())
                .isEqualTo(404);
        assertThat(letters.one(
                        "select answer from contact_request where owner = 'maya' and person_id = '" + lopez + "'"))
                .isEqualTo("NONE");
    }

    private UUID due(String owner) {
        return letters.due(owner, world.contact(owner, lopez, event, "SPEAKER", false), event);
    }

    /** The path of the link in the one card that arrived. */
    private String card(String owner) {
        await().atMost(SOON).until(() -> !mails().isEmpty());
        var link = LINK.matcher(mails().getFirst().text());
        assertThat(link.find()).as(mails().getFirst().text()).isTrue();
        return link.group(1);
    }

    private List<Mail> mails() {
        return Parts.shared().mailbox().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
    }
}
