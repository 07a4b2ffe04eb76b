package rapport.followup.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;

/** The two doors at which mail arrives, spoken to as mail servers and providers do. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SmtpListenerTest {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    SmtpListener listener;

    @Inject
    Links links;

    private SMTPServer server;
    private UUID delivery;
    private UUID followUp;
    private String replyAddress;

    @BeforeEach
    void mayaWroteToASpeaker() {
        letters.clear();
        letters.update("truncate received_mail");
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        UUID lopez = world.person("Dr. Lucía López", null, UUID.randomUUID() + "@clinic.example", "Europe/Madrid");
        delivery = letters.sent("maya", world.contact("maya", lopez, event, "SPEAKER", false), event, lopez);
        followUp = UUID.fromString(letters.one("select follow_up_id from delivery where id = '" + delivery + "'"));
        replyAddress = "reply+" + links.token(LinkPurpose.REPLY, delivery) + "@reply.rapport.example";
        server = listener.server(new InboundSettings(Optional.empty()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anAnswerIsAcknowledgedWhenItCounts() throws IOException {
        try (var smtp = new Conversation()) {
            smtp.say("EHLO client.example", "250");
            smtp.say("MAIL FROM:<lopez@clinic.example>", "250");
            smtp.say("RCPT TO:<" + replyAddress + ">", "250");
            smtp.say("DATA", "354");
            smtp.write(
                    "From: lopez@clinic.example\r\nSubject: Re: x\r\nMessage-ID: <a@clinic.example>\r\n\r\nYes.\r\n..dot\r\n");
            smtp.say(".", "250");
            assertThat(letters.state(followUp)).isEqualTo("REPLIED");
            smtp.say("QUIT", "221");
        }
    }

    @Test
    void aBounceComesFromNobodyToTheAddressThatTheMessageLeftFrom() throws IOException {
        try (var smtp = new Conversation()) {
            smtp.say("HELO mx.clinic.example", "250");
            smtp.say("MAIL FROM:<>", "250");
            smtp.say("RCPT TO:<" + replyAddress + ">", "250");
            smtp.say("DATA", "354");
            smtp.write(new String(MailReaderTest.bytes("bounce-postfix"), StandardCharsets.UTF_8));
            smtp.say(".", "250");
        }
        assertThat(letters.state(followUp)).isEqualTo("FAILED");
    }

    @Test
    void itIsNoOpenRelay() throws IOException {
        try (var smtp = new Conversation()) {
            smtp.say("EHLO client.example", "250");
            smtp.say("MAIL FROM:<followup@rapport.example>", "250");
            smtp.say("RCPT TO:<somebody@elsewhere.example>", "550");
            smtp.say("RCPT TO:<reply+0123@reply.rapport.example>", "550");
            smtp.say("RCPT TO:<" + replyAddress.replace("reply.rapport", "other") + ">", "550");
            smtp.say("RCPT TO:<" + replyAddress + "%elsewhere.example@rapport.example>", "550");
            smtp.say("DATA", "503");
        }
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItComesOrWhenItIsOver() throws IOException {
        try (var smtp = new Conversation()) {
            smtp.say("EHLO client.example", "250");
            smtp.say("MAIL FROM:<lopez@clinic.example> SIZE=99999999", "552");
            smtp.say("MAIL FROM:<lopez@clinic.example>", "250");
            smtp.say("RCPT TO:<" + replyAddress + ">", "250");
            smtp.say("DATA", "354");
            smtp.write("Message-ID: <big@clinic.example>\r\n\r\n");
            String line = "x".repeat(998) + "\r\n";
            for (int i = 0; i < 3_000; i++) {
                smtp.write(line);
            }
            smtp.say(".", "552");
        }
        assertThat(letters.state(followUp)).isEqualTo("SENT");
    }

    @Test
    void oneHostDoesNotTakeAllConversations() throws IOException {
        try (var first = new Conversation();
                var second = new Conversation();
                var third = new Conversation()) {
            assertThat(new Conversation(false).greeting()).startsWith("4");
            first.say("NOOP", "250");
            second.say("NOOP", "250");
            third.say("NOOP", "250");
        }
    }

    @Test
    void aProvidersWebhookIsTakenWhenItIsSigned() {
        var door = new Door(base, (String) null);
        byte[] mail = new String(MailReaderTest.bytes("reply-gmail"), StandardCharsets.UTF_8)
                .replace("8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11", delivery.toString())
                .getBytes(StandardCharsets.UTF_8);
        var signing = new WebhookSignature(new InboundSettings(Optional.of(SECRET)), Clock.systemUTC());
        String time = Long.toString(Instant.now().getEpochSecond());

        var unsigned = door.send("POST", "/inbound/mail", BodyPublishers.ofByteArray(mail), "message/rfc822");
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(letters.state(followUp)).isEqualTo("SENT");

        var signed = door.with("webhook-id", "msg_1")
                .with("webhook-timestamp", time)
                .with("webhook-signature", signing.sign("msg_1", time, mail));
        for (int i = 0; i < 2; i++) {
            var answer = signed.send("POST", "/inbound/mail", BodyPublishers.ofByteArray(mail), "message/rfc822");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
        assertThat(letters.state(followUp)).isEqualTo("REPLIED");
    }

    /** A client that says exactly what it is told. */
    private final class Conversation implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        private final String greeting;

        Conversation() throws IOException {
            this(true);
        }

        Conversation(boolean welcome) throws IOException {
            socket = new Socket("127.0.0.1", server.getPortAllocated());
            socket.setSoTimeout(20_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            greeting = in.readLine();
            if (welcome) {
                assertThat(greeting).startsWith("220");
            }
        }

        String greeting() {
            return greeting;
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void say(String line, String code) throws IOException {
            write(line + "\r\n");
            socket.getOutputStream().flush();
            String answer = in.readLine();
            while (answer != null && answer.length() > 3 && answer.charAt(3) == '-') {
                answer = in.readLine();
            }
            assertThat(answer).as(line).startsWith(code);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
