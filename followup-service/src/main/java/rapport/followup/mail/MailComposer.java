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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Writes a message as the bytes that travel (RFC 5322, 2045, 2047): plain text and a modest HTML part with the same words,
 * both in UTF-8, quoted-printable, so that nothing on the way can change them. Nothing in it is random.
 */
@ApplicationScoped
public class MailComposer {

    static {
        // Else the library looks through every jar for it, seven times for each message: half of what sending one
        // costs.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final String sender;
    private final MailLinkMaker links;

    public MailComposer(MailConfig config, MailLinkMaker links) {
        this.sender = config.sender();
        this.links = links;
    }

    /** The Message-ID belongs to the delivery: whatever is tried again carries the same one. */
    public String messageId(UUID stepId, UUID recipient) {
        return messageId(DeliveryIds.of(stepId, recipient));
    }

    public String messageId(UUID deliveryId) {
        return "<" + deliveryId + "@" + sender.substring(sender.indexOf('@') + 1) + ">";
    }

    /** What the recipient reads: the owner's words and who stands behind them. */
    public String text(OutgoingMail mail) {
        return Letterhead.of(mail, links.of(mail)).text();
    }

    public byte[] compose(OutgoingMail mail) {
        MailLinks doors = links.of(mail);
        try {
            MimeMessage message = new FixedIdMessage(SESSION, messageId(mail.deliveryId()));
            message.setSentDate(Date.from(mail.date()));
            message.setFrom(new InternetAddress(sender, oneLine(mail.senderName()) + " via Rapport", UTF_8));
            message.setReplyTo(replyTo(mail, doors));
            message.setRecipient(
                    Message.RecipientType.TO,
                    new InternetAddress(oneLine(mail.recipientAddress()), oneLine(mail.recipientName()), UTF_8));
            message.setSubject(oneLine(mail.subject()), UTF_8);
            if (mail.footing().unasked()) {
                message.setHeader("List-Unsubscribe", "<" + doors.stop() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            if (mail.footing().automatic()) {
                message.setHeader("Auto-Submitted", "auto-generated");
            }
            message.setContent(Alternatives.of(mail.deliveryId(), Letterhead.of(mail, doors)));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream(4096);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new UnsendableMail(e);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    /**
     * Where servers return what they cannot deliver (RFC 5321, 4.4): an address that tells which delivery it was.
     *
     * @param deliveryId null when it is none: then the common sender
     */
    public String envelopeSender(UUID deliveryId) {
        return deliveryId == null ? sender : links.bounceAddress(deliveryId).orElse(sender);
    }

    /** The owner first: a mail program that heeds one address only still reaches a human (ADR 27). */
    private static InternetAddress[] replyTo(OutgoingMail mail, MailLinks doors) throws UnsupportedEncodingException {
        List<InternetAddress> addresses = new ArrayList<>(2);
        for (String address : new String[] {mail.answers().ownersAddress(), doors.replyAddress()}) {
            if (address != null) {
                addresses.add(new InternetAddress(oneLine(address), oneLine(mail.senderName()), UTF_8));
            }
        }
        return addresses.isEmpty() ? null : addresses.toArray(InternetAddress[]::new);
    }

    /** Header values are one line. Requests with line breaks are refused long before; this is the last wall. */
    static String oneLine(String value) {
        return value == null ? "" : CONTROLS.matcher(value).replaceAll(" ").strip();
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
