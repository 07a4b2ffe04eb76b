package rapport.followup.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.followup.testing.MailSettings;

class MailComposerTest {

    private final MailComposer composer =
            new MailComposer(new MailSettings("127.0.0.1", 25, false), "https://rapport.example");

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
        assertThat(((String) message.getContent()).replace("\r\n", "\n"))
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

        assertThat(message.getMessageID()).isEqualTo("<id@rapport.example>");
        assertThat((String) message.getContent())
                .contains("Maya Haddad wrote this message to you personally")
                .contains("You met: Young Cardiology Days")
                .contains("https://rapport.example");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    private OutgoingMail mail(String sender, String subject, String text) {
        return new OutgoingMail(
                "<id@rapport.example>",
                Instant.parse("2026-11-23T08:30:00Z"),
                sender,
                "maya@people.example",
                "Dr. Lucía López",
                "lopez@clinic.example",
                subject,
                text,
                "Young Cardiology Days");
    }

    private MimeMessage parsed(OutgoingMail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(composer.compose(mail)));
    }
}
