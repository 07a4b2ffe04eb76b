package rapport.followup.mail;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The owner's words with what stands below them: who writes and why, and what the recipient can do about it. */
record Letterhead(String words, String why, String answer, MailLinks links) {

    private static final String RULES = "You decide who may write to you, when and how often";
    private static final String STOP = "No more messages, or not now";

    static Letterhead of(OutgoingMail mail, MailLinks links) {
        String sender = MailComposer.oneLine(mail.senderName());
        String met = mail.occasion() == null ? "" : " You met: " + MailComposer.oneLine(mail.occasion()) + ".";
        return new Letterhead(
                mail.text().strip().replace("\r\n", "\n").replace('\r', '\n'),
                sender + " wrote this message to you personally; Rapport delivers it." + met,
                "Answer to reach " + sender + ".",
                links);
    }

    String text() {
        return words + "\n\n-- \n" + why + "\n" + answer + "\n" + RULES + ": " + links.rules() + "\n" + STOP + ": "
                + links.stop() + "\n";
    }

    /** No style sheet, no picture, nothing from anywhere else: mail programs show it as it is. */
    String html() {
        String paragraphs = Arrays.stream(words.split("\n{2,}"))
                .map(each -> "<p>" + escaped(each).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html>
                <head><meta charset="utf-8"></head>
                <body>
                %s
                <hr>
                <p><small>%s<br>
                %s<br>
                <a href="%s">%s</a><br>
                <a href="%s">%s</a></small></p>
                </body>
                </html>
                """.formatted(
                paragraphs, escaped(why), escaped(answer), escaped(links.rules()), RULES, escaped(links.stop()), STOP);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
