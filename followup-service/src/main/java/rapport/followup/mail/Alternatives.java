package rapport.followup.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The same words as plain text and as HTML, the better one last (RFC 2046, 5.1.4). */
final class Alternatives extends MimeMultipart {

    private Alternatives(String boundary) throws MessagingException {
        super("alternative");
        // The library's own boundary differs each time; what is previewed has to be what is sent.
        var type = new ContentType(contentType);
        type.setParameter("boundary", boundary);
        contentType = type.toString();
    }

    static Alternatives of(UUID deliveryId, Letterhead letter) throws MessagingException {
        var parts = new Alternatives("rapport=_" + deliveryId);
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(part(letter.html(), "html"));
        return parts;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        // In quoted-printable a text never holds "=_", so the boundary cannot occur in it (RFC 2045, 6.7).
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
