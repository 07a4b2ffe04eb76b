package rapport.followup.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.page.Words;
import rapport.followup.testing.LinkSettings;
import rapport.followup.testing.MailSettings;

class MailComposerTest {

    private static final UUID DELIVERY = UUID.fromString("8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11");
    private static final MailSettings SETTINGS = new MailSettings("127.0.0.1", 25, false);

    private final Links links = new Links(LinkSettings.ONE);
    private final MailComposer composer =
            new MailComposer(SETTINGS, new MailLinkMaker(links, LinkSettings.ONE, SETTINGS));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien-Núñez",
                "王小明",
                "أحمد",
                "van der Berg; Jr",
                "Dr. \"Doc\" <x>, MD",
                "👩🏽‍⚕️ Zoë",
                "X",
            })
    void namesAndTextsComeBackAsTheyWere(String text) throws Exception {
        var message = parsed(mail(text, "Thanks, " + text, "Dear " + text + ",\n.\n.dot\n\nbye"));

        assertThat(message.getSubject()).isEqualTo("Thanks, " + text);
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo(text + " via Rapport");
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("followup@rapport.example");
        assertThat(((InternetAddress) message.getReplyTo()[0]).getAddress()).isEqualTo("maya@people.example");
        assertThat(part(message, 0))
                .startsWith("Dear " + text + ",\n.\n.dot\n\nbye\n\n-- \n" + text + " wrote this message");
    }

    @Test
    void everyByteIsAsciiAndNoLineIsTooLong() {
        byte[] bytes = composer.compose(mail("Zoë", "Grüße ".repeat(30), "ä".repeat(5000)));

        assertThat(new String(bytes, US_ASCII)).doesNotContain("\uFFFD");
        assertThat(new String(bytes, US_ASCII).split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(new String(bytes, US_ASCII).replace("\r\n", ""))
                .doesNotContain("\n")
                .doesNotContain("\r");
    }

    @Test
    void aLineBreakNeverMakesAHeader() throws Exception {
        var message = parsed(mail("Maya\r\nBcc: x@y.example", "Hi\r\nBcc: x@y.example\n\nbody", "text"));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("Hi Bcc: x@y.example body");
    }

    @Test
    void theIdIsThatOfTheDeliveryAndTheFooterSaysWhoAndWhy() throws Exception {
        var message = parsed(mail("Maya Haddad", "Thanks", "Dear Dr. López"));

        assertThat(message.getMessageID()).isEqualTo("<" + DELIVERY + "@rapport.example>");
        assertThat(part(message, 0))
                .contains("Maya Haddad wrote this message to you personally")
                .contains("You met: Young Cardiology Days")
                .contains("https://rapport.example/api/followup/rules/")
                .contains("https://rapport.example/api/followup/stop/");
    }

    @Test
    void mailProgramsCanStopMessagesWithOneClick() throws Exception {
        var message = parsed(mail("Maya Haddad", "Thanks", "Dear Dr. López"));

        String header = message.getHeader("List-Unsubscribe")[0];
        assertThat(header).matches("<https://rapport\\.example/api/followup/stop/[0-9a-v]+>");
        String token = header.substring(header.lastIndexOf('/') + 1, header.length() - 1);
        assertThat(links.open(LinkPurpose.STOP, token)).contains(DELIVERY);
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void answersGoToTheOwnerFirstAndBackHere() throws Exception {
        var message = parsed(mail("Maya Haddad", "Thanks", "Dear Dr. López"));

        var addresses = message.getReplyTo();
        assertThat(((InternetAddress) addresses[0]).getAddress()).isEqualTo("maya@people.example");
        String reply = ((InternetAddress) addresses[1]).getAddress();
        assertThat(reply).matches("reply\\+[0-9a-v]+@reply\\.rapport\\.example");
        assertThat(links.open(LinkPurpose.REPLY, reply.substring(6, reply.indexOf('@'))))
                .contains(DELIVERY);
    }

    @Test
    void theHtmlPartSaysTheSameAndFetchesNothing() throws Exception {
        var message =
                parsed(mail("Maya <Haddad>", "Thanks", "a < b & c\n\n<img src=\"https://x.example/y\">\n<script>"));

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
        assertThat(part(message, 1))
                .contains("<p>a &lt; b &amp; c</p>")
                .contains("&lt;img src=&quot;https://x.example/y&quot;&gt;<br>")
                .contains("Maya &lt;Haddad&gt; wrote this message to you personally")
                .doesNotContain("<img")
                .doesNotContain("<script")
                .doesNotContain("src=\"")
                .doesNotContain("style");
    }

    @Test
    void theSameMessageIsTheSameBytesAndItsPreviewDiffersInTokensOnly() {
        var sent = new String(composer.compose(mail("Maya", "Thanks", "Dear Dr. López")), US_ASCII);
        var again = new String(composer.compose(mail("Maya", "Thanks", "Dear Dr. López")), US_ASCII);
        var preview = new String(composer.compose(mail("Maya", "Thanks", "Dear Dr. López", true)), US_ASCII);

        assertThat(again).isEqualTo(sent);
        assertThat(preview).hasSameSizeAs(sent).isNotEqualTo(sent);
        assertThat(withoutTokens(preview)).isEqualTo(withoutTokens(sent));
        assertThat(preview).contains("/stop/xxxx").doesNotContainPattern("/stop/[0-9a-v]");
    }

    @Test
    void throughTheRelayTheOwnersAddressStandsNowhere() {
        var relayed = new OutgoingMail(
                DELIVERY,
                Instant.parse("2026-11-23T08:30:00Z"),
                "Maya Haddad",
                Answers.ofRecipient(null, DELIVERY),
                "Dr. Lucía López",
                "lopez@clinic.example",
                "Thanks",
                "Dear Dr. López",
                Footing.personal(Words.of(null), "Maya Haddad", null),
                false);

        String bytes = new String(composer.compose(relayed), US_ASCII);

        assertThat(bytes).contains("<reply+").doesNotContain("people.example");
    }

    @Test
    void mailThatWasAskedForCarriesNoLinksToStopItAndAProgramsWordsSayThatTheyAre() throws Exception {
        var asked = new Footing(Words.of(null), "You asked.", "Here it is.", false, true);
        var message = parsed(new OutgoingMail(
                DELIVERY,
                Instant.parse("2026-11-23T08:30:00Z"),
                "Dr. López",
                Answers.NONE,
                "Maya",
                "maya@people.example",
                "An answer",
                "See:\n\nhttps://rapport.example/x\n\nBye",
                asked,
                false));

        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("Reply-To")).isNull();
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(message, 0)).doesNotContain("/stop/");
        assertThat(part(message, 1)).contains("<a href=\"https://rapport.example/x\">https://rapport.example/x</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, hat Ihnen diese Nachricht persönlich geschrieben, Keine Nachrichten mehr",
        "fr, vous a écrit ce message personnellement, Plus de messages",
        "es, le escribió este mensaje personalmente, No más mensajes",
    })
    void theFooterSpeaksTheRecipientsLanguage(String locale, String why, String stop) throws Exception {
        var message = parsed(new OutgoingMail(
                DELIVERY,
                Instant.parse("2026-11-23T08:30:00Z"),
                "Maya O'Brien",
                Answers.ofRecipient(null, DELIVERY),
                "Dr. López",
                "lopez@clinic.example",
                "Thanks",
                "Dear Dr. López",
                Footing.personal(Words.of(locale), "Maya O'Brien", null),
                false));

        assertThat(part(message, 0)).contains("Maya O'Brien " + why, stop);
        assertThat(part(message, 1)).contains("Maya O'Brien " + why, stop, "lang=\"" + locale.substring(0, 2) + "\"");
    }

    private static String withoutTokens(String mail) {
        return mail.replace("=\r\n", "").replaceAll("(/stop/|/rules/|reply\\+)[0-9a-x]+", "$1token");
    }

    private static String part(MimeMessage message, int at) throws Exception {
        var part = ((MimeMultipart) message.getContent()).getBodyPart(at);
        return ((String) part.getContent()).replace("\r\n", "\n");
    }

    private OutgoingMail mail(String sender, String subject, String text) {
        return mail(sender, subject, text, false);
    }

    private OutgoingMail mail(String sender, String subject, String text, boolean preview) {
        return new OutgoingMail(
                DELIVERY,
                Instant.parse("2026-11-23T08:30:00Z"),
                sender,
                Answers.ofRecipient("maya@people.example", DELIVERY),
                "Dr. Lucía López",
                "lopez@clinic.example",
                subject,
                text,
                Footing.personal(Words.of(null), sender, "Young Cardiology Days"),
                preview);
    }

    private MimeMessage parsed(OutgoingMail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(composer.compose(mail)));
    }
}
