package rapport.followup.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import rapport.followup.mail.Answers;
import rapport.followup.mail.Footing;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.OutgoingMail;

/** Turns letters into mail. */
@ApplicationScoped
class LetterMail {

    private final MailComposer composer;

    LetterMail(MailComposer composer) {
        this.composer = composer;
    }

    String messageId(UUID letterId) {
        return composer.messageId(letterId);
    }

    /**
     * Where servers return what they cannot deliver. What is passed on has no delivery of its own: were it returned to the thread's, the
     * owner's full mailbox would count as the recipient's.
     */
    String envelopeSender(Letter letter) {
        return composer.envelopeSender(letter.kind().unasked() ? letter.id() : null);
    }

    byte[] bytes(Letter letter, Addressee to, Instant at) {
        Answers answers = letter.replyPath() == null
                ? Answers.NONE
                : new Answers(null, letter.replyPath(), letter.replyDelivery());
        return composer.compose(new OutgoingMail(
                letter.id(),
                at,
                letter.senderName(),
                answers,
                to.name(),
                to.address(),
                letter.subject(),
                letter.words(),
                footing(letter),
                false));
    }

    private static Footing footing(Letter letter) {
        String sender = letter.senderName();
        return switch (letter.kind()) {
            case REQUEST ->
                new Footing(
                        "Rapport asks you on behalf of " + sender
                                + ", because your rules say that you want to be asked.",
                        "Your address was not shown to " + sender + ".",
                        true,
                        true);
            case PASSED_ON ->
                new Footing(
                        sender + " wrote this; Rapport passed it on without showing either address to the other side.",
                        "Answer to reach " + sender + " in the same way.",
                        false,
                        false);
            case QUESTIONS ->
                new Footing(
                        "Rapport collected these questions from people who heard you, and sends them once.",
                        "Your address was shown to nobody.",
                        true,
                        true);
            case ANSWER ->
                new Footing(
                        "You asked " + sender + " through Rapport; this is the answer.",
                        "Your address was not shown to " + sender + ".",
                        false,
                        true);
        };
    }
}
