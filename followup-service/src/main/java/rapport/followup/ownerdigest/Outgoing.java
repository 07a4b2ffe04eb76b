package rapport.followup.ownerdigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.followup.attention.Item;
import rapport.followup.mail.Mailer;
import rapport.followup.mail.Submission;

/** Writes a digest and hands it over to the mail server. */
@ApplicationScoped
class Outgoing {

    private final DigestMail mail;
    private final Mailer mailer;

    Outgoing(DigestMail mail, Mailer mailer) {
        this.mail = mail;
        this.mailer = mailer;
    }

    Submission send(UUID id, Setting to, List<Item> items, boolean more, Instant now) {
        return mailer.submit(to.address(), mail.compose(id, to, items, more, now));
    }
}
