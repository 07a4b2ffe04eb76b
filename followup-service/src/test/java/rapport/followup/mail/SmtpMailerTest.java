package rapport.followup.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.followup.crash.CrashPoints;
import rapport.followup.testing.MailSettings;
import rapport.followup.testing.ScriptedServer;
import rapport.followup.testing.ScriptedServer.Script;

class SmtpMailerTest {

    private static final byte[] MESSAGE =
            "Subject: Hello\r\n\r\n.a line that begins with a dot\r\n..\r\n".getBytes(UTF_8);

    @Test
    void whatTheServerTakesIsWhatWasWritten() {
        try (var server = new ScriptedServer(Script.ACCEPT)) {
            var result = submit(server);

            assertThat(result).isEqualTo(new Submission.Accepted(250));
            assertThat(server.taken()).containsExactly(new String(MESSAGE, UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({"RECIPIENT_550, 550, true", "RECIPIENT_552, 552, true", "SENDER_550, 550, false", "DOT_554, 554, false"
    })
    void aFinalNoIsFinalAndKnowsWhomItIsAbout(Script script, int code, boolean recipient) {
        try (var server = new ScriptedServer(script)) {
            assertThat(submit(server)).isEqualTo(new Submission.Refused(code, recipient));
            assertThat(server.taken()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"RECIPIENT_451, 451", "DATA_451, 451", "DOT_451, 451", "DROP_AT_DATA, 0"})
    void aTemporaryNoAndAnEndBeforeTheDotAreSurelyNotDelivered(Script script, int code) {
        try (var server = new ScriptedServer(script)) {
            assertThat(submit(server))
                    .isInstanceOfSatisfying(Submission.NotDelivered.class, result -> assertThat(result.code())
                            .isEqualTo(code));
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void aConnectionThatBreaksInTheTextIsSurelyNotADelivery() {
        byte[] long20Megabytes = ("Subject: Hello\r\n\r\n" + "text\r\n".repeat(3_500_000)).getBytes(UTF_8);
        try (var server = new ScriptedServer(Script.DROP_IN_TEXT)) {
            assertThat(mailer(MailSettings.of(server)).submit("lopez@clinic.example", long20Megabytes))
                    .isEqualTo(new Submission.NotDelivered(0, "interrupted"));
        }
    }

    @Test
    void silenceAfterTheDotMayBeADelivery() {
        try (var server = new ScriptedServer(Script.DROP_AFTER_DOT)) {
            assertThat(submit(server)).isInstanceOf(Submission.Unknown.class);
            assertThat(server.dots()).hasSize(1);
        }
    }

    @Test
    void aServerThatIsNotThereDeliversNothing() {
        var server = new ScriptedServer(Script.ACCEPT);
        server.close();

        assertThat(submit(server)).isEqualTo(new Submission.NotDelivered(0, "connection-failed"));
    }

    @Test
    void aServerThatGreetsWithANoIsTriedAgainLater() {
        try (var server = new ScriptedServer(Script.GREET_554)) {
            assertThat(submit(server)).isInstanceOf(Submission.NotDelivered.class);
        }
    }

    @Test
    void withoutTheRequiredStartTlsNothingIsSaidInClear() {
        try (var server = new ScriptedServer(Script.ACCEPT)) {
            var mailer = mailer(new MailSettings("127.0.0.1", server.port(), true, 100));

            assertThat(submit(mailer)).isInstanceOf(Submission.NotDelivered.class);
            assertThat(server.dots()).isEmpty();
        }
    }

    @Test
    void messagesFollowEachOtherOnOneConnectionWithAResetBetween() {
        try (var server = new ScriptedServer(Script.ACCEPT)) {
            var mailer = mailer(MailSettings.of(server));

            assertThat(submit(mailer)).isEqualTo(new Submission.Accepted(250));
            assertThat(submit(mailer)).isEqualTo(new Submission.Accepted(250));

            assertThat(server.connections()).isOne();
            assertThat(server.taken()).hasSize(2).containsOnly(new String(MESSAGE, UTF_8));
            assertThat(server.verbs()).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "RSET", "MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void aConnectionThatTheServerEndedMeanwhileIsReplaced() {
        try (var server = new ScriptedServer(Script.ACCEPT)) {
            var mailer = mailer(MailSettings.of(server));
            submit(mailer);

            server.hangUp();

            assertThat(submit(mailer)).isEqualTo(new Submission.Accepted(250));
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.taken()).hasSize(2);
        }
    }

    @Test
    void aConnectionTakesNoMoreMessagesThanItMay() {
        try (var server = new ScriptedServer(Script.ACCEPT)) {
            var mailer = mailer(new MailSettings("127.0.0.1", server.port(), false, 2));

            for (int i = 0; i < 5; i++) {
                submit(mailer);
            }

            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.taken()).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT_550, Refused",
        "DATA_451, NotDelivered",
        "DROP_AT_DATA, NotDelivered",
        "DOT_451, NotDelivered",
        "DROP_AFTER_DOT, Unknown"
    })
    void whatHappensToALaterMessageIsToldAsExactlyAndEndsTheConnection(Script script, String expected) {
        try (var server = new ScriptedServer(Script.ACCEPT)) {
            var mailer = mailer(MailSettings.of(server));
            submit(mailer);

            server.play(script);
            Submission later = submit(mailer);
            server.play(Script.ACCEPT);

            assertThat(later.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(server.connections()).isOne();
            assertThat(submit(mailer)).isEqualTo(new Submission.Accepted(250));
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.taken()).hasSize(2);
        }
    }

    private static SmtpMailer mailer(MailSettings settings) {
        return new SmtpMailer(settings, new SmtpConnections(settings, CrashPoints.NONE));
    }

    private static Submission submit(SmtpMailer mailer) {
        return mailer.submit("lopez@clinic.example", MESSAGE);
    }

    private static Submission submit(ScriptedServer server) {
        return submit(mailer(MailSettings.of(server)));
    }
}
