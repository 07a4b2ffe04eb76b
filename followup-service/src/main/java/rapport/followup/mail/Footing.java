package rapport.followup.mail;

import rapport.followup.page.Words;

/**
 * What stands below the words of a message, in the recipient's language.
 *
 * @param language what else is said there
 * @param why who writes and why
 * @param answer what an answer does
 * @param unasked whether it reaches somebody who may want no more of them; then it carries the links for that
 * @param automatic whether a program wrote the words (RFC 3834)
 */
public record Footing(Words language, String why, String answer, boolean unasked, boolean automatic) {

    /** A follow-up. @param occasion where the two met; null when nothing says so */
    public static Footing personal(Words language, String senderName, String occasion) {
        String sender = MailComposer.oneLine(senderName);
        String met = occasion == null ? "" : " " + language.with("mail.met", MailComposer.oneLine(occasion));
        return new Footing(
                language,
                language.with("mail.personal.why", sender) + met,
                language.with("mail.personal.answer", sender),
                true,
                false);
    }
}
