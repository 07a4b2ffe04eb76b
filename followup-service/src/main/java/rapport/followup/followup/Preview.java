package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.mail.Answers;
import rapport.followup.mail.DeliveryIds;
import rapport.followup.mail.Footing;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.OutgoingMail;
import rapport.followup.page.Words;
import rapport.kit.identity.Caller;

/**
 * Shows the very bytes that will be sent, made by the code that makes those. What can only be known later or must not be
 * shown is the date of sending, the recipient's address, which is replaced by one that leads nowhere, and the recipient's
 * links, which are replaced by others of the same length that open nothing.
 */
@ApplicationScoped
class Preview {

    private static final String HIDDEN = "hidden@address.invalid";

    private final FollowUpDesk desk;
    private final MailComposer composer;
    private final Caller caller;
    private final Clock clock;

    Preview(FollowUpDesk desk, MailComposer composer, Caller caller, Clock clock) {
        this.desk = desk;
        this.composer = composer;
        this.caller = caller;
        this.clock = clock;
    }

    byte[] bytes(FollowUp followUp) {
        return composer.compose(mail(followUp));
    }

    PreviewView view(FollowUp followUp) {
        OutgoingMail mail = mail(followUp);
        return new PreviewView(
                composer.messageId(mail.deliveryId()),
                mail.senderName() + " via Rapport",
                mail.answers().ownersAddress(),
                mail.recipientName(),
                mail.subject(),
                composer.text(mail));
    }

    private OutgoingMail mail(FollowUp followUp) {
        if (followUp.channel() == Channel.MANUAL) {
            throw new NotPossible("/channel", "nothing-to-preview", "Only messages have a preview.");
        }
        Circumstances circumstances = desk.circumstances(followUp.asked());
        UUID delivery =
                DeliveryIds.of(followUp.step().id(), circumstances.person().id());
        Instant due = followUp.progress().dueAt();
        return new OutgoingMail(
                delivery,
                due == null ? clock.instant() : due,
                followUp.ownerName(),
                Answers.ofRecipient(replyTo(followUp, circumstances), delivery),
                circumstances.person().name(),
                HIDDEN,
                followUp.step().subject() == null ? "" : followUp.step().subject(),
                followUp.step().body() == null ? "" : followUp.step().body(),
                Footing.personal(
                        Words.of(circumstances.person().locale()), followUp.ownerName(), circumstances.occasion()),
                true);
    }

    /** Through the relay nobody sees the owner's address. */
    private String replyTo(FollowUp followUp, Circumstances circumstances) {
        if (followUp.channel() == Channel.RELAY || circumstances.mode() == BoundaryMode.RELAY) {
            return null;
        }
        return followUp.replyTo() == null ? caller.verifiedEmail().orElse(null) : followUp.replyTo();
    }
}
