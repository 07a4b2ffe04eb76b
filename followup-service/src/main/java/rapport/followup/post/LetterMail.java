package rapport.followup.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import rapport.followup.mail.Answers;
import rapport.followup.mail.Footing;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.OutgoingMail;
import rapport.followup.page.Words;

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
                footing(letter, Words.of(to.locale())),
                false));
    }

    private static Footing footing(Letter letter, Words words) {
        String kind =
                switch (letter.kind()) {
                    case REQUEST -> "mail.request";
                    case PASSED_ON -> "mail.passedon";
                    case QUESTIONS -> "mail.questions";
                    case ANSWER -> "mail.answer";
                };
        return new Footing(
                words,
                words.with(kind + ".why", letter.senderName()),
                words.with(kind + ".answer", letter.senderName()),
                letter.kind().unasked(),
                letter.kind() != Letter.Kind.PASSED_ON);
    }
}
