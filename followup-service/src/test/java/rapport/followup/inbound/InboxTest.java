package rapport.followup.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.RealParts;

/** What arrives, against the real tables. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InboxTest {

    private static final String FIXTURE = "8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11";

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Inbox inbox;

    @Inject
    LateEffects late;

    @Inject
    Links links;

    private UUID event;
    private UUID lopez;
    private UUID contact;
    private String address;
    private UUID delivery;
    private UUID followUp;

    @BeforeEach
    void mayaWroteToASpeaker() {
        letters.clear();
        letters.update("truncate received_mail");
        event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        address = "lopez" + UUID.randomUUID().toString().substring(0, 8) + "@clinic.example";
        lopez = world.person("Dr. Lucía López", null, address, "Europe/Madrid");
        contact = world.contact("maya", lopez, event, "SPEAKER", false);
        delivery = letters.sent("maya", contact, event, lopez);
        followUp = UUID.fromString(letters.one("select follow_up_id from delivery where id = '" + delivery + "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "reply-gmail,                REPLIED,,           SENT,   0, 1",
        "reply-outlook,              REPLIED,,           SENT,   0, 1",
        "bounce-postfix,             FAILED,bounced,     FAILED, 1, 0",
        "bounce-exim,                FAILED,bounced,     FAILED, 1, 0",
        "bounce-exchange,            FAILED,bounced,     FAILED, 1, 0",
        "bounce-gmail,               FAILED,bounced,     FAILED, 1, 0",
        "bounce-sendmail,            FAILED,bounced,     FAILED, 1, 0",
        "bounce-qmail,               FAILED,bounced,     FAILED, 1, 0",
        "failure-4xx-given-up,       FAILED,not-delivered,FAILED,1, 0",
        "failure-exim-retry-timeout, FAILED,not-delivered,FAILED,1, 0",
        "delay-postfix,              SENT,,              SENT,   1, 0",
        "complaint-arf,              SENT,,              SENT,   1, 1",
        "receipt-outlook,            SENT,,              SENT,   0, 0",
        "success-postfix,            SENT,,              SENT,   0, 0",
    })
    void whatArrivesDecidesWhatBecameOfTheMessage(
            String mail, String state, String reason, String deliveryState, int suppressed, int signals) {
        inbox.receive(of(mail), List.of());
        inbox.receive(of(mail), List.of());

        assertThat(letters.state(followUp)).isEqualTo(state);
        assertThat(letters.reason(followUp)).isEqualTo(reason);
        assertThat(letters.deliveries()).containsExactly(deliveryState);
        assertThat(letters.all("select reason from suppression")).hasSize(suppressed);
        assertThat(letters.all("select kind from stop_signal")).hasSize(signals);
        assertThat(letters.all("select id from received_mail")).hasSize(1);
    }

    @Test
    void theSameMailAgainChangesNothing() {
        assertThat(inbox.receive(of("reply-gmail"), List.of())).isEqualTo(Outcome.APPLIED);
        String version = version();

        assertThat(inbox.receive(of("reply-gmail"), List.of())).isEqualTo(Outcome.REPEATED);
        byte[] otherWay = ("Received: by another server\r\n" + text("reply-gmail")).getBytes(StandardCharsets.UTF_8);
        assertThat(inbox.receive(otherWay, List.of())).isEqualTo(Outcome.REPEATED);

        assertThat(version()).isEqualTo(version);
    }

    @Test
    void fiftyCopiesAtTheSameTimeAreOneAnswer() throws Exception {
        String before = version();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                pool.submit(() -> inbox.receive(of("reply-gmail"), List.of()));
            }
        }

        assertThat(letters.state(followUp)).isEqualTo("REPLIED");
        assertThat(Long.parseLong(version())).isEqualTo(Long.parseLong(before) + 1);
        assertThat(letters.all("select id from received_mail")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "NEEDS_PREPARATION", "SCHEDULED", "HELD"})
    void anAnswerEndsASequenceHoweverFarItsNextStepHasGot(String state) {
        letters.update("update progress set state = '%s' where follow_up_id = '%s'".formatted(state, followUp));

        inbox.receive(of("reply-gmail"), List.of());

        assertThat(letters.state(followUp)).isEqualTo("REPLIED");
        assertThat(letters.reason(followUp)).isNull();
    }

    @Test
    void anAnswerStopsTheDraftThatAnotherSequenceToTheSamePersonHasComeTo() {
        UUID another = letters.draft("maya", contact, event);
        letters.update("update follow_up set created_at = now() - interval '1 day' where id = '" + another + "'");
        letters.update(
                "update progress set sent_at = now() - interval '1 hour' where follow_up_id = '" + another + "'");

        inbox.receive(of("reply-gmail"), List.of());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> letters.state(another).equals("STOPPED"));
        assertThat(letters.reason(another)).isEqualTo("replied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCERTAIN"})
    void anAnswerProvesThatAMessageArrived(String state) {
        letters.update("update progress set state = '%s' where follow_up_id = '%s'".formatted(state, followUp));
        letters.update("update delivery set state = '" + state + "'");

        inbox.receive(of("reply-outlook"), List.of());

        assertThat(letters.state(followUp)).isEqualTo("REPLIED");
        assertThat(letters.deliveries()).containsExactly("SENT");
    }

    @Test
    void aReturnedMessageSettlesWhatWasUncertain() {
        letters.update("update progress set state = 'UNCERTAIN' where follow_up_id = '" + followUp + "'");
        letters.update("update delivery set state = 'UNCERTAIN'");

        inbox.receive(of("bounce-exchange"), List.of());

        assertThat(letters.state(followUp)).isEqualTo("FAILED");
        assertThat(letters.deliveries()).containsExactly("FAILED");
    }

    @Test
    void anAnswerThatIsFasterThanTheRecordCountsWhenTheRecordIsThere() {
        letters.update("""
                update progress set state = 'SENDING', lease_until = now() + interval '2 minutes', send_at = now()
                where follow_up_id = '%s'""".formatted(followUp));
        letters.update("update delivery set state = 'SENDING'");

        assertThat(inbox.receive(of("reply-gmail"), List.of())).isEqualTo(Outcome.WAITING);
        late.runOnce();
        assertThat(letters.state(followUp)).isEqualTo("SENDING");

        letters.update("""
                update progress set state = 'SENT', lease_until = null, send_at = null where follow_up_id = '%s'
                """.formatted(followUp));
        letters.update("update delivery set state = 'SENT'");
        late.runOnce();
        await().atMost(Duration.ofSeconds(60)).until(() -> "REPLIED".equals(letters.state(followUp)));
        assertThat(letters.one("select settled from received_mail")).isEqualTo("t");
    }

    @Test
    void anAutomaticAnswerIsNoReplyAndHoldsUntilTheReturn() {
        UUID waiting = letters.due("maya", contact, event);
        letters.update(
                "update progress set send_at = now() + interval '5 days', recipient = '%s' where follow_up_id = '%s'"
                        .formatted(lopez, waiting));
        String away = text("away-sieve")
                .replace(
                        "18 décembre 2026",
                        "31 décembre "
                                + Instant.now().atZone(java.time.ZoneOffset.UTC).getYear());

        inbox.receive(away.getBytes(StandardCharsets.UTF_8), List.of());

        assertThat(letters.state(followUp)).isEqualTo("SENT");
        assertThat(letters.one("select reason from suppression")).isEqualTo("away");
        assertThat(letters.one("select until at time zone 'Europe/Madrid' from suppression"))
                .endsWith("-01-01 00:00:00");
        assertThat(letters.one("select send_at <= now() from progress where follow_up_id = '" + waiting + "'"))
                .isEqualTo("t");
        assertThat(letters.all("select id from stop_signal")).isEmpty();
    }

    @Test
    void anAutomaticAnswerWithoutADateIsNoted() {
        assertThat(inbox.receive(of("away-without-date"), List.of())).isEqualTo(Outcome.NOTED);
        assertThat(letters.all("select reason from suppression")).isEmpty();
        assertThat(letters.state(followUp)).isEqualTo("SENT");
    }

    @Test
    void withoutReferencesTheReplyAddressTells() {
        String token = "reply+" + links.token(LinkPurpose.REPLY, delivery) + "@reply.rapport.example";
        byte[] mail = text("reply-iphone-without-references")
                .replace("lopez@clinic.example", "secretary@elsewhere.example")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(inbox.receive(mail, List.of(token.toUpperCase()))).isEqualTo(Outcome.APPLIED);

        assertThat(letters.state(followUp)).isEqualTo("REPLIED");
    }

    @Test
    void withoutReferenceAndTokenTheAuthorTellsIfOnlyOneThreadIsOpen() {
        byte[] mail = text("reply-iphone-without-references")
                .replace("lopez@clinic.example", address.toUpperCase())
                .getBytes(StandardCharsets.UTF_8);

        assertThat(inbox.receive(mail, List.of())).isEqualTo(Outcome.APPLIED);
        assertThat(letters.state(followUp)).isEqualTo("REPLIED");
    }

    @Test
    void anAnswerThatTwoSendersMayHaveMeantIsNobodys() {
        UUID ben = letters.sent("ben", world.contact("ben", lopez, event, "SPEAKER", false), event, lopez);
        byte[] mail = text("reply-iphone-without-references")
                .replace("lopez@clinic.example", address)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(inbox.receive(mail, List.of())).isEqualTo(Outcome.UNMATCHED);
        assertThat(letters.states()).containsOnly("SENT");
        assertThat(ben).isNotEqualTo(delivery);
    }

    @Test
    void theOwnersOwnMailToAllIsNoAnswer() {
        byte[] mail = text("reply-gmail")
                .replace("From: Lucia Lopez <lopez@clinic.example>", "From: Maya <Maya@People.example>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(inbox.receive(mail, List.of())).isEqualTo(Outcome.NOTED);
        assertThat(letters.state(followUp)).isEqualTo("SENT");
    }

    @Test
    void unknownTokensAndForeignReportsChangeNothing() {
        byte[] foreign = text("bounce-gmail")
                .replace(delivery.toString(), UUID.randomUUID().toString())
                .getBytes(StandardCharsets.UTF_8);
        String madeUp = "reply+" + links.token(LinkPurpose.REPLY, UUID.randomUUID()) + "@reply.rapport.example";

        assertThat(inbox.receive(foreign, List.of(madeUp, "reply+abc@reply.rapport.example", "x")))
                .isEqualTo(Outcome.UNMATCHED);
        assertThat(letters.all("select reason from suppression")).isEmpty();
        assertThat(letters.state(followUp)).isEqualTo("SENT");
    }

    @Test
    void anAnswerAlsoStopsWhatElseTheSenderHadPlanned() {
        UUID waiting = letters.due("maya", contact, event);
        letters.update(
                "update progress set send_at = now() + interval '5 days', recipient = '%s' where follow_up_id = '%s'"
                        .formatted(lopez, waiting));

        inbox.receive(of("reply-gmail"), List.of());

        assertThat(letters.one("select kind from stop_signal where owner = 'maya' and person_id = '" + lopez + "'"))
                .isEqualTo("REPLY");
        assertThat(letters.one("select send_at <= now() from progress where follow_up_id = '" + waiting + "'"))
                .isEqualTo("t");
    }

    @Test
    void throughTheRelayAnswersGoOnToTheOtherSideWithoutAnybodysAddress() {
        letters.update("update delivery set relayed = true");

        inbox.receive(of("reply-gmail"), List.of());
        String owners = "reply+" + links.token(LinkPurpose.OWNER_REPLY, delivery) + "@reply.rapport.example";
        byte[] back = text("reply-iphone-without-references")
                .replace("lopez@clinic.example", "maya@people.example")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(inbox.receive(back, List.of(owners))).isEqualTo(Outcome.APPLIED);
        assertThat(inbox.receive(back, List.of(owners))).isEqualTo(Outcome.REPEATED);

        assertThat(letters.all("select owner from letter where owner is not null"))
                .containsExactly("maya");
        assertThat(letters.all("select person_id from letter where person_id is not null"))
                .containsExactly(lopez.toString());
        assertThat(letters.all("select words || subject || sender_name from letter"))
                .noneMatch(words -> words.contains("@"));
        assertThat(letters.one("select reply_path from letter where owner = 'maya'"))
                .isEqualTo("OWNER_REPLY");
    }

    @Test
    void withoutTheRelayNothingIsPassedOnAndNoWordIsKept() {
        inbox.receive(of("reply-gmail"), List.of());

        assertThat(letters.all("select id from letter")).isEmpty();
        assertThat(letters.all("select t::text from received_mail t"))
                .noneMatch(row -> row.contains("gladly") || row.contains("@"));
    }

    private byte[] of(String fixture) {
        return text(fixture).getBytes(StandardCharsets.UTF_8);
    }

    /** The fixture as if it were about the message that was sent. */
    private String text(String fixture) {
        return new String(MailReaderTest.bytes(fixture), StandardCharsets.UTF_8).replace(FIXTURE, delivery.toString());
    }

    private String version() {
        return letters.one("select version from progress where follow_up_id = '" + followUp + "'");
    }
}
