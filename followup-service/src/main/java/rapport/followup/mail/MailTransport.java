package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes a message that may be sent now, writes it as mail and submits it. */
@ApplicationScoped
public class MailTransport {

    private static final Logger LOG = Logger.getLogger(MailTransport.class);
    private static final Submission ACCEPTED = new Submission.Accepted(250);

    private final MailComposer composer;
    private final Mailer mailer;
    private final boolean discards;

    public MailTransport(MailComposer composer, Mailer mailer, MailConfig config) {
        this.composer = composer;
        this.mailer = mailer;
        this.discards = config.discard();
        if (discards) {
            LOG.warn("messages are discarded instead of sent");
        }
    }

    /**
     * Never throws for what the server or the network does: that is the result.
     *
     * @throws UnsendableMail when it cannot be written as mail
     */
    public Submission send(OutgoingMail mail) {
        if (discards) {
            return ACCEPTED;
        }
        byte[] bytes = composer.compose(mail);
        return mailer.submit(composer.envelopeSender(mail.deliveryId()), mail.recipientAddress(), bytes);
    }
}
