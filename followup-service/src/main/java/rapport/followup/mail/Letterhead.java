package rapport.followup.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a message with what stands below them: who writes and why, and what the recipient can do about it. */
record Letterhead(String words, Footing footing, MailLinks links) {

    /** An address that stands alone on its line, as programs write it. */
    private static final Pattern LINK = Pattern.compile("(?m)^(https?://[^\\s<>\"&']+)$");

    static Letterhead of(OutgoingMail mail, MailLinks links) {
        return new Letterhead(mail.text().strip().replace("\r\n", "\n").replace('\r', '\n'), mail.footing(), links);
    }

    String text() {
        String doors = footing.unasked()
                ? said("mail.rules") + ": " + links.rules() + "\n" + said("mail.stop") + ": " + links.stop() + "\n"
                : "";
        return words + "\n\n-- \n" + footing.why() + "\n" + footing.answer() + "\n" + doors;
    }

    /** No style sheet, no picture, nothing from anywhere else: mail programs show it as it is. */
    String html() {
        return """
                <!doctype html>
                <html>
                <head><meta charset="utf-8"></head>
                <body>
                %s
                <hr>
                <p lang="%s"><small>%s<br>
                %s%s</small></p>
                </body>
                </html>
                """.formatted(
                        paragraphs(),
                        footing.language().language(),
                        escaped(footing.why()),
                        escaped(footing.answer()),
                        doors());
    }

    private String paragraphs() {
        return Arrays.stream(words.split("\n{2,}")).map(this::paragraph).collect(Collectors.joining("\n"));
    }

    /** Only a program's own words hold links that can be pressed; a person's are text. */
    private String paragraph(String text) {
        String escaped = escaped(text);
        String linked = footing.automatic() ? LINK.matcher(escaped).replaceAll("<a href=\"$1\">$1</a>") : escaped;
        return "<p>" + linked.replace("\n", "<br>\n") + "</p>";
    }

    private String doors() {
        return footing.unasked()
                ? "<br>\n" + link(links.rules(), said("mail.rules")) + "<br>\n" + link(links.stop(), said("mail.stop"))
                : "";
    }

    private String said(String key) {
        return footing.language().get(key);
    }

    private static String link(String address, String text) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
