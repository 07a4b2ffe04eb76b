package rapport.followup.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The words of a mail, of any structure.
 *
 * @param subject decoded, one line, never null
 * @param words the plain text, or the text of the HTML part when there is none; never null
 */
record MailText(String subject, String words) {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 10;

    static MailText of(MimeMessage message) throws MessagingException, IOException {
        String subject = message.getSubject();
        String plain = find(message, "text/plain", 0);
        String words = plain != null ? plain : fromHtml(find(message, "text/html", 0));
        return new MailText(
                subject == null ? "" : subject.replaceAll("\\p{Cntrl}+", " ").strip(),
                words.replace("\r\n", "\n").strip());
    }

    /** The first part of this type that is no attachment. */
    private static String find(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return text(part);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Read byte by byte rather than by the library, which gives up at a character set that it does not know. */
    static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST), charset(part.getContentType()));
        }
    }

    private static Charset charset(String contentType) {
        try {
            String name = new jakarta.mail.internet.ContentType(contentType).getParameter("charset");
            return name == null
                    ? StandardCharsets.UTF_8
                    : Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(name));
        } catch (jakarta.mail.internet.ParseException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Words only: what is passed on is plain text. */
    private static String fromHtml(String html) {
        if (html == null) {
            return "";
        }
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1>", "")
                .replaceAll("(?i)<br\\s*/?>|</p>|</div>|</tr>|</li>", "\n")
                .replaceAll("<[^<>]{0,2000}>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\n{3,}", "\n\n");
    }
}
