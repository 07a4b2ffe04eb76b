package rapport.stack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import rapport.stack.parts.Mail;

/** An SMTP server that accepts every recipient and shows what it got. */
public final class Mailbox implements AutoCloseable {
    public static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final int port;

    private Mailbox(GreenMail server, int port) {
        this.server = server;
        this.port = port;
    }

    public static Mailbox start(int port) {
        var setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var server = new GreenMail(setup);
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        return new Mailbox(server, port);
    }

    public int port() {
        return port;
    }

    /** One entry per message and recipient, oldest first. */
    public List<Mail> messages() {
        return server.getUserManager().listUser().stream()
                .flatMap(this::inbox)
                .sorted(Comparator.comparing(Mail::receivedAt))
                .toList();
    }

    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private Stream<Mail> inbox(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(message -> mail(user.getEmail(), message));
        } catch (FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Mail mail(String recipient, StoredMessage stored) {
        MimeMessage message = stored.getMimeMessage();
        try {
            return new Mail(
                    recipient,
                    message.getHeader("From", ", "),
                    message.getSubject(),
                    message.getMessageID(),
                    Instant.ofEpochMilli(stored.getReceivedDate().getTime()),
                    text(message, "text/plain"),
                    GreenMailUtil.getWholeMessage(message));
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException("a received message could not be read", failure);
        }
    }

    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = text(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
