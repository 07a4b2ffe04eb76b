package rapport.stack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import rapport.stack.parts.Mail;

/** An SMTP server that accepts every recipient and shows what it got. */
public final class Mailbox implements AutoCloseable {
    public static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final MailArchive archive;

    private Mailbox(GreenMail server, MailArchive archive) {
        this.server = server;
        this.archive = archive;
    }

    /** Forgets everything when it is closed. */
    public static Mailbox start(int port) {
        return start(port, MailArchive.inMemory());
    }

    /** Keeps what was delivered in the directory. */
    public static Mailbox start(int port, Path directory) {
        return start(port, MailArchive.in(directory));
    }

    private static Mailbox start(int port, MailArchive archive) {
        var setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var server = new GreenMail(setup);
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        MessageDeliveryHandler delivery = server.getUserManager().getMessageDeliveryHandler();
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            // Before the sender is told that it was accepted.
            archive.add(mail(message, recipient));
            return delivery.handle(message, recipient);
        });
        return new Mailbox(server, archive);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** One entry per message and recipient, oldest first. */
    public List<Mail> messages() {
        return archive.all();
    }

    public void clear() {
        try {
            archive.clear();
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail mail(MovingMessage delivered, MailAddress recipient) throws MessagingException {
        MimeMessage message = delivered.getMessage();
        try {
            return new Mail(
                    recipient.getEmail(),
                    message.getHeader("From", ", "),
                    message.getSubject(),
                    message.getMessageID(),
                    Instant.now(),
                    text(message),
                    GreenMailUtil.getWholeMessage(message));
        } catch (IOException failure) {
            throw new MessagingException("a received message could not be read", failure);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = text(parts.getBodyPart(i));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
