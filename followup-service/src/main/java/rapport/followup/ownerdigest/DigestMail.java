package rapport.followup.ownerdigest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.followup.attention.Item;
import rapport.followup.mail.MailConfig;

/** Writes a digest as the bytes that travel: plain text to its owner, with nobody else's name or address in it. */
@ApplicationScoped
class DigestMail {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String sender;
    private final String publicUrl;

    DigestMail(MailConfig config, @ConfigProperty(name = "rapport.public-url") String publicUrl) {
        this.sender = config.sender();
        this.publicUrl = publicUrl;
    }

    byte[] compose(UUID id, Setting to, List<Item> items, boolean more, Instant now) {
        try {
            var message = new WithId(SESSION, "<" + id + "@" + sender.substring(sender.indexOf('@') + 1) + ">");
            message.setSentDate(Date.from(now));
            message.setFrom(new InternetAddress(sender, "Rapport", UTF_8));
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(to.address(), oneLine(to.name()), UTF_8));
            message.setSubject(subject(items, more), UTF_8);
            // RFC 3834: nobody's holiday answers to it.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(text(items, more), UTF_8);
            message.setHeader("Content-Transfer-Encoding", "quoted-printable");
            message.saveChanges();
            var bytes = new ByteArrayOutputStream(2048);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a digest could not be written", e);
        }
    }

    private static String subject(List<Item> items, boolean more) {
        int count = items.size();
        return count == 1 ? "One follow-up needs you" : (more ? "More than " : "") + count + " follow-ups need you";
    }

    private String text(List<Item> items, boolean more) {
        var text = new StringBuilder();
        for (Item item : items) {
            text.append("* ").append(sentence(item)).append('\n');
            text.append("  ")
                    .append(publicUrl)
                    .append("/#/followups/")
                    .append(item.followUpId())
                    .append("\n\n");
        }
        if (more) {
            text.append("There are more: ").append(publicUrl).append("/#/followups\n\n");
        }
        return text.append("-- \nRapport tells you this because you asked for it. Change it: ")
                .append(publicUrl)
                .append("/#/settings\n")
                .toString();
    }

    private static String sentence(Item item) {
        String what = item.subject() == null ? item.purpose() : '"' + oneLine(item.subject()) + '"';
        return switch (item.need()) {
            case UNCERTAIN -> what + " was perhaps delivered: please find out, nothing is sent again by itself.";
            case NOT_SENT -> what + " was not sent (" + item.reason() + ").";
            case DO -> what + " is to be done by you.";
            case NO_REPLY -> what + " has no reply yet.";
            case PREPARE -> what + " is not prepared yet.";
            case APPROVE -> what + " waits for your approval.";
        };
    }

    private static String oneLine(String value) {
        return value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The library would make up a Message-ID of its own when it saves. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
