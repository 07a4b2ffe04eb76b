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
import rapport.followup.page.Words;

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
            var words = Words.of(to.locale());
            message.setSubject(subject(words, items, more), UTF_8);
            // RFC 3834: nobody's holiday answers to it.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", words.language());
            message.setText(text(words, items, more), UTF_8);
            message.setHeader("Content-Transfer-Encoding", "quoted-printable");
            message.saveChanges();
            var bytes = new ByteArrayOutputStream(2048);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a digest could not be written", e);
        }
    }

    private static String subject(Words words, List<Item> items, boolean more) {
        int count = items.size();
        return count == 1 ? words.get("owner.one") : words.with(more ? "owner.morethan" : "owner.many", count);
    }

    private String text(Words words, List<Item> items, boolean more) {
        var text = new StringBuilder();
        for (Item item : items) {
            text.append("* ").append(sentence(words, item)).append('\n');
            text.append("  ")
                    .append(publicUrl)
                    .append("/#/followups/")
                    .append(item.followUpId())
                    .append("\n\n");
        }
        if (more) {
            text.append(words.with("owner.more", publicUrl + "/#/followups")).append("\n\n");
        }
        return text.append("-- \n")
                .append(words.with("owner.why", publicUrl + "/#/settings"))
                .append('\n')
                .toString();
    }

    private static String sentence(Words words, Item item) {
        String what = item.subject() == null ? item.purpose() : '"' + oneLine(item.subject()) + '"';
        return switch (item.need()) {
            case UNCERTAIN -> words.with("owner.uncertain", what);
            case NOT_SENT -> words.with("owner.notsent", what, item.reason());
            case DO -> words.with("owner.do", what);
            case NO_REPLY -> words.with("owner.noreply", what);
            case PREPARE -> words.with("owner.prepare", what);
            case APPROVE -> words.with("owner.approve", what);
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
