package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes a message as the bytes that travel (RFC 5322, 2045, 2047): plain text in UTF-8, quoted-printable, so that nothing
 * on the way can change it.
 */
@ApplicationScoped
public class MailComposer {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String sender;
    private final String publicUrl;

    MailComposer(MailConfig config, @ConfigProperty(name = "rapport.public-url") String publicUrl) {
        this.sender = config.sender();
        this.publicUrl = publicUrl;
    }

    /** The Message-ID belongs to the delivery: whatever is tried again carries the same one. */
    public String messageId(UUID stepId, UUID recipient) {
        return "<" + DeliveryIds.of(stepId, recipient) + "@" + sender.substring(sender.indexOf('@') + 1) + ">";
    }

    /** What the recipient reads: the owner's words and who stands behind them. */
    public String text(OutgoingMail mail) {
        String met = mail.occasion() == null ? "" : " You met: " + oneLine(mail.occasion()) + ".";
        return mail.text().strip().replace("\r\n", "\n").replace('\r', '\n') + "\n\n-- \n"
                + oneLine(mail.senderName()) + " wrote this message to you personally; Rapport delivers it." + met
                + "\nAnswer to reach " + oneLine(mail.senderName())
                + ". You decide who may write to you, when and how often: " + publicUrl + "\n";
    }

    public byte[] compose(OutgoingMail mail) {
        try {
            MimeMessage message = new FixedIdMessage(SESSION, mail.messageId());
            message.setSentDate(Date.from(mail.date()));
            message.setFrom(new InternetAddress(sender, oneLine(mail.senderName()) + " via Rapport", UTF_8));
            if (mail.replyTo() != null) {
                message.setReplyTo(new InternetAddress[] {
                    new InternetAddress(oneLine(mail.replyTo()), oneLine(mail.senderName()), UTF_8)
                });
            }
            message.setRecipient(
                    Message.RecipientType.TO,
                    new InternetAddress(oneLine(mail.recipientAddress()), oneLine(mail.recipientName()), UTF_8));
            message.setSubject(oneLine(mail.subject()), UTF_8);
            message.setText(text(mail), UTF_8);
            message.setHeader("Content-Transfer-Encoding", "quoted-printable");
            message.saveChanges();
            var bytes = new ByteArrayOutputStream(2048);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new UnsendableMail(e);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    /** Header values are one line. Requests with line breaks are refused long before; this is the last wall. */
    private static String oneLine(String value) {
        return value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The library would make up a Message-ID of its own when it saves. */
    private static final class FixedIdMessage extends MimeMessage {
        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
