package rapport.followup.mail;

/**
 * What stands below the words of a message.
 *
 * @param why who writes and why
 * @param answer what an answer does
 * @param unasked whether it reaches somebody who may want no more of them; then it carries the links for that
 * @param automatic whether a program wrote the words (RFC 3834)
 */
public record Footing(String why, String answer, boolean unasked, boolean automatic) {

    /** A follow-up. @param occasion where the two met; null when nothing says so */
    public static Footing personal(String senderName, String occasion) {
        String sender = MailComposer.oneLine(senderName);
        String met = occasion == null ? "" : " You met: " + MailComposer.oneLine(occasion) + ".";
        return new Footing(
                sender + " wrote this message to you personally; Rapport delivers it." + met,
                "Answer to reach " + sender + ".",
                true,
                false);
    }
}
