package rapport.stack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.stack.parts.Mail;
import rapport.stack.process.Ports;

class MailboxTest {
    @TempDir
    private Path directory;

    @Test
    void deliveredMessagesSurviveARestart() {
        deliver("first");
        deliver("second");

        assertThat(deliver("third")).extracting(Mail::subject).containsExactly("first", "second", "third");
    }

    private List<Mail> deliver(String subject) {
        int port = Ports.free();
        try (var mailbox = Mailbox.start(port, directory)) {
            GreenMailUtil.sendTextEmail(
                    "drlopez@example.org",
                    "maya@example.org",
                    subject,
                    "text",
                    new ServerSetup(port, Mailbox.HOST, ServerSetup.PROTOCOL_SMTP));
            return mailbox.messages();
        }
    }
}
